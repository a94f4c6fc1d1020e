package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something that the system told of.
 *
 * @param kind the name of its collection: {@code vehicles}
 * @param etag its version when it was last seen; empty when none was told
 * @param body what it looked like
 */
record Thing(String kind, UUID id, String etag, JsonNode body) {

    boolean belongsTo(UUID company) {
        return id.equals(company) || text("company").equals(company.toString());
    }

    boolean has(String member, String value) {
        return text(member).equals(value);
    }

    String text(String member) {
        return body.path(member).asText();
    }

    int number(String member) {
        return body.path(member).asInt();
    }

    boolean hasBegun(Instant now) {
        String start = text("start");
        return !start.isEmpty() && !OffsetDateTime.parse(start).toInstant().isAfter(now);
    }

    Thing seenAgain(Thing later) {
        return later.etag.isEmpty() ? new Thing(kind, id, etag, later.body) : later;
    }
}
