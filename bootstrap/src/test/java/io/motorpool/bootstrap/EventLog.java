package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.motorpool.sandbox.events.Subscriber;
import io.motorpool.sandbox.files.Processes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What subscribers read from Kafka, from the first event on. Each is held against what is promised in docs/events. */
final class EventLog {

    private static final String PUBLISHED_AT = "https://motorpool.io/events/";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                    PUBLISHED_AT,
                    RunningSystem.project()
                            .resolve("docs")
                            .resolve("events")
                            .toUri()
                            .toString())));
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Subscriber subscriber;

    EventLog(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    /**
     * Waits until these facts, and no others, have been told about one thing in this order.
     *
     * @param facts without what all types have in common: {@code vehicle-reserved}
     * @return the data of each
     */
    List<JsonNode> about(UUID subject, String... facts) {
        List<JsonNode> found = await(subject, facts.length);
        assertThat(found)
                .extracting(event -> event.path("type")
                        .asText()
                        .replaceAll("^io\\.motorpool\\.[a-z]+\\.", "")
                        .replaceAll("\\.v1$", ""))
                .containsExactly(facts);
        assertThat(found).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
        assertThat(found).extracting(event -> event.path("time").asText()).isSorted();
        return found.stream().map(event -> event.path("data")).toList();
    }

    /** The same for those who need nothing of the data. */
    void mustTell(UUID subject, String... facts) {
        List<JsonNode> _ = about(subject, facts);
    }

    private List<JsonNode> await(UUID subject, int wanted) {
        boolean _ = Processes.await(() -> recordsAbout(subject).size() >= wanted, PATIENCE);
        return recordsAbout(subject).stream().map(EventLog::checked).toList();
    }

    private List<ConsumerRecord<String, String>> recordsAbout(UUID subject) {
        return subscriber.everything().stream()
                .filter(told -> told.key().equals(subject.toString()))
                .toList();
    }

    private static JsonNode checked(ConsumerRecord<String, String> record) {
        JsonNode event = read(record.value());
        String type = event.path("type").asText();
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("source").asText()).isEqualTo("/motorpool");
        assertThat(event.path("subject").asText()).isEqualTo(record.key());
        assertThat(event.path("dataschema").asText()).isEqualTo(PUBLISHED_AT + type + ".json");
        assertThat(event.path("company").asText())
                .isEqualTo(event.path("data").path("company").asText());
        assertThat(record.topic()).isEqualTo(type.replaceAll("^io\\.(motorpool\\.[a-z]+)\\..*", "$1"));
        assertThat(new String(record.headers().lastHeader("content-type").value(), StandardCharsets.US_ASCII))
                .startsWith("application/cloudevents+json");
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(PUBLISHED_AT + type + ".json"), STRICT)
                        .validate(event.path("data")))
                .as(record.value())
                .isEmpty();
        return event;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
