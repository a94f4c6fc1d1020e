package io.motorpool.sandbox.drill.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/** What a CloudEvent says of itself. */
public record Fact(UUID id, UUID subject, String type) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In which context it happened, which has a topic of its own: {@code io.motorpool.<context>.<fact>.v1}. */
    String context() {
        return type.replaceFirst("\\.[^.]+\\.v[0-9]+$", "");
    }

    public static Fact read(String cloudEvent) {
        try {
            JsonNode event = JSON.readTree(cloudEvent);
            return new Fact(
                    UUID.fromString(event.path("id").asText()),
                    UUID.fromString(event.path("subject").asText()),
                    event.path("type").asText());
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException("this is not a CloudEvent: " + cloudEvent, failed);
        }
    }
}
