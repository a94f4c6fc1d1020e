package io.motorpool.sandbox.grpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status.Code;

/**
 * What a call was answered.
 *
 * @param body the message as JSON; of a refusal its reason, its sentence and its facts
 */
public record GrpcAnswer(String question, Code code, JsonNode body) {

    /** The body of an answer that is none of a refusal. */
    public JsonNode ok() {
        if (code != Code.OK) {
            throw new IllegalStateException("%s: expected OK, got %s %s".formatted(question, code, body));
        }
        return body;
    }

    /** The same for those who need nothing of the answer. */
    public void mustBeOk() {
        JsonNode _ = ok();
    }

    public void mustBeRefusedAs(String reason) {
        if (code == Code.OK || !body.path("reason").asText().equals(reason)) {
            throw new IllegalStateException("%s: expected %s, got %s %s".formatted(question, reason, code, body));
        }
    }
}
