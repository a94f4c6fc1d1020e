package io.motorpool.sandbox.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A reservation as its driver knows it from the answers.
 *
 * @param version from the ETag of the last answer
 * @param steps what became of it so far, all of them acknowledged or found to have happened
 */
public record Kept(UUID id, UUID vehicle, Instant start, Instant end, String status, long version, List<Step> steps) {

    public Kept {
        steps = List.copyOf(steps);
    }

    /** The answer to a creation. */
    public static Kept created(Answer answer) {
        return of(answer, List.of(Step.RESERVED));
    }

    /** The answer to a further step. */
    public Kept after(Step step, Answer answer) {
        return of(answer, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** What somebody who reads it now is shown, apart from how it came about. */
    public boolean shows(Answer answer) {
        return of(answer, steps).equals(this);
    }

    private static Kept of(Answer answer, List<Step> steps) {
        JsonNode body = answer.body();
        return new Kept(
                answer.id(),
                UUID.fromString(body.path("vehicle").asText()),
                Instant.parse(body.path("start").asText()),
                Instant.parse(body.path("end").asText()),
                body.path("status").asText(),
                version(answer.etag()),
                steps);
    }

    /** The number in the quotes of an entity tag. */
    static long version(String etag) {
        return Long.parseLong(etag.substring(1, etag.length() - 1));
    }

    /** The entity tag to name with the next change. */
    public String etag() {
        return "\"" + version + "\"";
    }
}
