package io.motorpool.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.UUID;

/**
 * What the API answered.
 *
 * @param body a missing node when there was none
 */
public record Answer(String question, int status, HttpHeaders headers, JsonNode body) {

    /** The answer, when its status is one of these. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedAnswerException(this, statuses);
        }
        return this;
    }

    /** The same for those who need nothing of the answer. */
    public void mustBe(int... statuses) {
        Answer _ = expect(statuses);
    }

    /** The entity tag, quotes and all, as {@code If-Match} wants it back. */
    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new UnexpectedAnswerException(this, "an ETag"));
    }

    /** The id of the thing that the body shows. */
    public UUID id() {
        JsonNode id = body.path("id");
        if (!id.isTextual()) {
            throw new UnexpectedAnswerException(this, "an id");
        }
        return UUID.fromString(id.asText());
    }

    /** The stable code of a problem; empty when this is none. */
    public String code() {
        return body.path("code").asText("");
    }
}
