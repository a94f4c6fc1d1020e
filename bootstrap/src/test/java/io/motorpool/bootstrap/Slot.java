package io.motorpool.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** A stretch of time on the grid of reservations, as the API writes it. */
public record Slot(Instant start, Instant end) {

    private static final Duration GRID = Duration.ofMinutes(10);

    /** Of this length, so far ahead of the slot that is running now. */
    public static Slot ahead(Duration distance, Duration length) {
        Instant start = now().plus(distance);
        return new Slot(start, start.plus(length));
    }

    /** An hour, so many hours from now. */
    public static Slot hourIn(int hours) {
        return ahead(Duration.ofHours(hours), Duration.ofHours(1));
    }

    /** When the ten minutes that are running now began. */
    public static Instant now() {
        long seconds = Instant.now().getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % GRID.toSeconds());
    }

    /** What a body says that has a start and an end. */
    public static Slot of(JsonNode body) {
        return new Slot(
                Instant.parse(body.path("start").asText()),
                Instant.parse(body.path("end").asText()));
    }

    /** The same length, so much later. */
    public Slot later(Duration by) {
        return new Slot(start.plus(by), end.plus(by));
    }

    /** The same start, so much longer; shorter when this is negative. */
    public Slot longer(Duration by) {
        return new Slot(start, end.plus(by));
    }

    /** As long, right after this one. */
    public Slot next() {
        return later(Duration.between(start, end));
    }

    /** As parameters of a query. */
    public String query() {
        return "?start=" + start + "&end=" + end;
    }
}
