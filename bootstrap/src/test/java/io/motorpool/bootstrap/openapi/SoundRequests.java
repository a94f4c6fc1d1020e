package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Requests that can be understood, made of the document's own examples and of things that exist. */
final class SoundRequests {

    static final String MONTH = "2026-11";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final Things things;

    SoundRequests(Contract contract, Things things) {
        this.contract = contract;
        this.things = things;
    }

    /** With everything that may be said, but for the parameters of a query that may be left out. */
    Draft of(Operation operation) {
        Map<String, String> query = new TreeMap<>();
        Map<String, String> headers = new TreeMap<>(Map.of("Accept", accepted(operation)));
        operation.parameters("query").stream()
                .filter(Parameter::required)
                .forEach(parameter -> query.put(parameter.name(), value(parameter)));
        operation.parameters("header").forEach(parameter -> headers.put(parameter.name(), header(parameter)));
        contract.mediaTypeOf(operation).ifPresent(type -> headers.put("Content-Type", type));
        return new Draft(operation, path(operation), query, headers, body(operation));
    }

    /** Workbooks and streams are answered where everything else is JSON. */
    private static String accepted(Operation operation) {
        return operation
                .response(200)
                .flatMap(response -> response.content().keySet().stream().findFirst())
                .orElse("application/json");
    }

    /** What is no JSON is a file; that this one is none of the right kind is told by what is in it, and not by its type. */
    private @Nullable String body(Operation operation) {
        return operation
                .body()
                .map(schema -> sample("", schema).toString())
                .or(() -> contract.mediaTypeOf(operation).map(_ -> "PK"))
                .orElse(null);
    }

    private String path(Operation operation) {
        return operation
                .subject()
                .map(collection -> path(operation, things.one(collection)))
                .orElse(operation.template());
    }

    static String path(Operation operation, UUID id) {
        return path(operation, id.toString());
    }

    /** A second variable is a key, which nobody has. */
    static String path(Operation operation, String first) {
        return operation
                .template()
                .replaceFirst("\\{[^}]+}", Matcher.quoteReplacement(first))
                .replace("{month}", MONTH)
                .replaceAll("\\{[^}]+}", "A".repeat(43));
    }

    String value(Parameter parameter) {
        return sample(parameter.name(), parameter.schema()).asText();
    }

    private static String header(Parameter parameter) {
        return switch (parameter.name()) {
            case "If-Match" -> "\"0\"";
            case "Idempotency-Key" -> UUID.randomUUID().toString();
            default -> throw new AssertionError("say in SoundRequests what to send as " + parameter.name());
        };
    }

    /** A value that the schema allows. */
    JsonNode sample(String name, JsonNode reference) {
        JsonNode schema = contract.resolve(reference);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        if (schema.path("format").asText().equals("uuid")) {
            return JSON.textNode(things.one(Things.collectionOf(name)).toString());
        }
        if (schema.path("type").asText().equals("object")) {
            return object(schema);
        }
        if (!schema.path("examples").isEmpty()) {
            return schema.path("examples").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> JSON.arrayNode().add(sample(name, schema.path("items")));
            case "integer", "number" -> schema.has("minimum") ? schema.path("minimum") : JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode("text");
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode made = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(member -> made.set(member.getKey(), sample(member.getKey(), member.getValue())));
        return made;
    }

    /** The same thing many times, where a list is asked for. */
    static ArrayNode times(JsonNode item, int number) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < number; i++) {
            var _ = list.add(item);
        }
        return list;
    }
}
