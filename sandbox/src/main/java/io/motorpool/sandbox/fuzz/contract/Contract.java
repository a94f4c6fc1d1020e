package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import io.motorpool.sandbox.fuzz.contract.Operation.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OpenAPI document, read for those who ask for operations. */
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    public Contract(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(operation(path.getKey(), path.getValue(), member.getKey(), member.getValue()));
                }
            }
        });
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("this is no OpenAPI document: it names no operation");
        }
    }

    /** In the order of the document. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** The media type of what an operation takes; empty when it takes no body. */
    public Optional<String> mediaTypeOf(Operation operation) {
        JsonNode said = document.path("paths")
                .path(operation.template())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("requestBody");
        Iterator<String> types = resolve(said).path("content").fieldNames();
        return types.hasNext() ? Optional.of(types.next()) : Optional.empty();
    }

    /** The operation that a request addresses. */
    public Optional<Operation> at(String method, String path) {
        String plain = plain(path);
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(plain))
                .findFirst();
    }

    public boolean hasPath(String path) {
        String plain = plain(path);
        return operations.stream().anyMatch(operation -> operation.matches(plain));
    }

    /** What a server takes for the same path: without parameters, dots, and slashes that say nothing. */
    private static String plain(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            String name = segment.replaceFirst(";.*", "").replaceAll("%2[eE]", ".");
            if (name.equals("..") && !segments.isEmpty()) {
                String _ = segments.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                segments.add(name);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** The schema itself, where a reference may stand in its place. */
    public JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isTextual() ? resolve(at(reference.asText())) : schema;
    }

    /** A schema of the document, by its name. */
    public Optional<JsonNode> schema(String name) {
        JsonNode found = document.path("components").path("schemas").path(name);
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    JsonNode components() {
        return document.path("components").path("schemas");
    }

    private JsonNode at(String reference) {
        JsonNode found = document.at(reference.substring(1));
        if (!reference.startsWith("#/") || found.isMissingNode()) {
            throw new IllegalArgumentException("the document refers to what is not there: " + reference);
        }
        return found;
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        item.path("parameters").forEach(each -> parameters.add(parameter(resolve(each))));
        node.path("parameters").forEach(each -> parameters.add(parameter(resolve(each))));
        Map<String, Response> responses = new LinkedHashMap<>();
        node.path("responses")
                .properties()
                .forEach(each -> responses.put(each.getKey(), response(resolve(each.getValue()))));
        JsonNode content = resolve(node.path("requestBody")).path("content");
        JsonNode body = content.path(JSON).path("schema");
        return new Operation(
                node.path("operationId").asText(method + " " + path),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                body.isMissingNode() ? Optional.empty() : Optional.of(body),
                content.has(FORM),
                body.isMissingNode() && !content.has(FORM)
                        ? content.properties().stream().map(Map.Entry::getKey).findFirst()
                        : Optional.empty(),
                asksForTokens() && node.path("security").isEmpty(),
                responses);
    }

    /** A document that says nothing of tokens does not say that there are none. */
    private boolean asksForTokens() {
        return document.findValue("security") != null;
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(
                node.path("in").asText(),
                node.path("name").asText(),
                node.path("required").asBoolean(false),
                schemaOf(node));
    }

    private static Response response(JsonNode node) {
        Map<String, JsonNode> content = new HashMap<>();
        node.path("content").properties().forEach(each -> content.put(each.getKey(), schemaOf(each.getValue())));
        List<String> headers = new ArrayList<>();
        node.path("headers").fieldNames().forEachRemaining(headers::add);
        return new Response(content, headers);
    }

    private static JsonNode schemaOf(JsonNode node) {
        JsonNode schema = node.path("schema");
        return schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema;
    }
}
