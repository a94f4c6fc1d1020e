package io.motorpool.domain.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, half-open (P5): a vehicle returned at 10:00 can be picked up at 10:00, so periods that touch do
 * not overlap.
 *
 * @param start the first instant inside
 * @param end the first instant after it
 */
public record Period(Instant start, Instant end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("start %s must be before end %s".formatted(start, end));
        }
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether all of the other lies within this one. */
    public boolean contains(Period other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** What the two have in common; empty when they merely touch. */
    public Optional<Period> intersection(Period other) {
        Instant from = later(start, other.start);
        Instant until = earlier(end, other.end);
        return from.isBefore(until) ? Optional.of(new Period(from, until)) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public Period withEnd(Instant newEnd) {
        return new Period(start, newEnd);
    }

    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    public static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
