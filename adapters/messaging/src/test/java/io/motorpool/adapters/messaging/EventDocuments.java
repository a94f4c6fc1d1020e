package io.motorpool.adapters.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is promised to subscribers: the documents in {@code docs/events}, read from disk and never from the network. */
final class EventDocuments {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path FOLDER =
            Path.of("../../docs/events").toAbsolutePath().normalize();
    private static final String PUBLISHED_AT = "https://motorpool.io/events/";
    private static final String ASYNC_API = PUBLISHED_AT + "asyncapi.yml";

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix(PUBLISHED_AT, FOLDER.toUri().toString())));
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private EventDocuments() {}

    /** The types that have a schema. */
    static Set<String> typesWithSchema() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schemaOf(String type) {
        return read(JSON, type + ".json");
    }

    static JsonNode asyncApi() {
        return read(new YAMLMapper(), "asyncapi.yml");
    }

    /** What the data breaks of the schema of its type. */
    static List<String> faultsOfData(String type, JsonNode data) {
        return faults(PUBLISHED_AT + type + ".json", data);
    }

    /** What the whole event breaks of the message in the AsyncAPI document. */
    static List<String> faultsOfEvent(String message, JsonNode event) {
        return faults(ASYNC_API + "#/components/messages/" + message + "/payload/schema", event);
    }

    private static List<String> faults(String schema, JsonNode instance) {
        JsonSchema found = SCHEMAS.getSchema(SchemaLocation.of(schema), STRICT);
        return found.validate(instance).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
