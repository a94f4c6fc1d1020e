package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.events.Subscriber;
import io.motorpool.sandbox.files.Processes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What subscribers have been told about some things, a line for each fact. */
final class ToldFacts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Subscriber subscriber;

    ToldFacts(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    /** In the order in which they happened. Facts leave a moment after the answer, so so many are waited for. */
    List<String> about(List<UUID> things, int expected) {
        boolean _ = Processes.await(() -> read(things).size() >= expected, PATIENCE);
        return read(things).stream().map(ToldFacts::line).toList();
    }

    private List<JsonNode> read(List<UUID> things) {
        List<String> keys = things.stream().map(UUID::toString).toList();
        return subscriber.everything().stream()
                .filter(told -> keys.contains(told.key()))
                .map(told -> parse(told.value()))
                .sorted(Comparator.comparing(event -> event.path("time").asText()))
                .toList();
    }

    private static String line(JsonNode event) {
        return "%s  %-55s %s"
                .formatted(
                        event.path("time").asText(),
                        event.path("type").asText(),
                        event.path("subject").asText());
    }

    private static JsonNode parse(String event) {
        try {
            return JSON.readTree(event);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("not a CloudEvent: " + event, notJson);
        }
    }
}
