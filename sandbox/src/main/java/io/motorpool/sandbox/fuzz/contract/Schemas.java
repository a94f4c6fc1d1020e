package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Holds values against schemas of the document (JSON Schema 2020-12, formats count). An object may have no members but
 * those that its schema names, unless the schema says that it may: what nobody documented is as wrong as what is missing.
 */
public final class Schemas {

    private static final Set<String> SAYS_NOTHING = Set.of("example", "xml", "externalDocs", "discriminator");
    private static final Set<String> COMPOSED = Set.of("additionalProperties", "allOf", "anyOf", "oneOf", "$ref");
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final ObjectNode definitions;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    public Schemas(Contract contract) {
        this.definitions = (ObjectNode) strict(contract.components(), false);
    }

    /** What is wrong with the value, each kind once wherever in a list it is; empty when nothing is. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> message.replaceFirst("^: ", "").replaceAll("/[0-9]+(?=[/:])", "/*"))
                .distinct()
                .sorted()
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        JsonNode strict = strict(schema, true);
        if (!(strict instanceof ObjectNode root)) {
            return factory.getSchema(strict, FORMATS_COUNT);
        }
        root.set("$defs", definitions);
        return factory.getSchema(root, FORMATS_COUNT);
    }

    /** A copy that stands alone: references point to its own definitions. */
    private static JsonNode strict(JsonNode node, boolean isSchema) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> copy.add(strict(each, true)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            copyMember(copy, member.getKey(), member.getValue(), isSchema);
        }
        if (isSchema && isClosed(object)) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }

    private static void copyMember(ObjectNode copy, String name, JsonNode value, boolean ofSchema) {
        if (!ofSchema) {
            copy.set(name, strict(value, true));
        } else if (name.equals("$ref")) {
            copy.put(name, value.asText().replace("#/components/schemas/", "#/$defs/"));
        } else if (name.equals("properties")) {
            copy.set(name, strict(value, false));
        } else if (Set.of("enum", "const", "examples", "default").contains(name)) {
            copy.set(name, value);
        } else if (!SAYS_NOTHING.contains(name)) {
            copy.set(name, strict(value, true));
        }
    }

    private static boolean isClosed(ObjectNode schema) {
        Set<String> members =
                schema.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        return members.contains("properties") && members.stream().noneMatch(COMPOSED::contains);
    }
}
