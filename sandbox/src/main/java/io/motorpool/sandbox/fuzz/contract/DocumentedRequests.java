package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a request that was accepted is one that the document allows. */
final class DocumentedRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Contract contract;
    private final Schemas schemas;

    DocumentedRequests(Contract contract, Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
    }

    Optional<String> fault(Operation operation, Sent sent) {
        return type(operation, sent)
                .or(() -> operation.body().flatMap(schema -> body(schema, sent)))
                .or(() -> query(operation, sent));
    }

    private static Optional<String> type(Operation operation, Sent sent) {
        return sent.header("Content-Type")
                .filter(_ -> operation.body().isPresent())
                .map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.equals("application/json"))
                .map(type -> "a body of type '%s'".formatted(type));
    }

    private Optional<String> body(JsonNode schema, Sent sent) {
        if (!sent.hasBody()) {
            return Optional.of("no body");
        }
        try {
            JsonNode said = Judge.JSON.readTree(new String(sent.body(), StandardCharsets.UTF_8));
            return schemas.faults(schema, withoutNulls(said)).stream().findFirst();
        } catch (JsonProcessingException broken) {
            return Optional.of("JSON that cannot be read");
        }
    }

    /** A member that is null counts as one that is not given, in both directions. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            object.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> copy.set(member.getKey(), withoutNulls(member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            return NODES.arrayNode()
                    .addAll(node.valueStream()
                            .map(DocumentedRequests::withoutNulls)
                            .toList());
        }
        return node;
    }

    private Optional<String> query(Operation operation, Sent sent) {
        Map<String, String> given = given(sent.target());
        Optional<String> unknown = unknown(operation, given.keySet());
        if (unknown.isPresent()) {
            return unknown.map("parameter '%s', which is not documented"::formatted);
        }
        for (Parameter parameter : operation.parameters("query")) {
            String value = given.get(parameter.name());
            if (value == null && parameter.required()) {
                return Optional.of("no parameter '%s'".formatted(parameter.name()));
            }
            if (value != null) {
                Optional<String> fault = schemas.faults(parameter.schema(), typed(parameter.schema(), value)).stream()
                        .findFirst();
                if (fault.isPresent()) {
                    return fault.map(said -> "parameter '%s' %s".formatted(parameter.name(), said));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unknown(Operation operation, Set<String> given) {
        Set<String> known =
                operation.parameters("query").stream().map(Parameter::name).collect(Collectors.toSet());
        return given.stream().filter(Predicate.not(known::contains)).sorted().findFirst();
    }

    /** The first value of each name, as servers take it. */
    private static Map<String, String> given(String target) {
        Map<String, String> given = new HashMap<>();
        int query = target.indexOf('?');
        if (query >= 0) {
            for (String pair : target.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String _ =
                            given.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return given;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    private JsonNode typed(JsonNode reference, String value) {
        String type = contract.resolve(reference).path("type").asText();
        if (type.equals("integer") && value.matches("-?[0-9]{1,18}")) {
            return NODES.numberNode(Long.parseLong(value));
        }
        if (type.equals("boolean") && (value.equals("true") || value.equals("false"))) {
            return NODES.booleanNode(Boolean.parseBoolean(value));
        }
        return NODES.textNode(value);
    }
}
