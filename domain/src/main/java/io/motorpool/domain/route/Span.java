package io.motorpool.domain.route;

import io.motorpool.domain.shared.Period;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period whose end may not be known yet, half-open (P5): a contract lasts until another takes its place.
 *
 * @param end absent while it is open
 */
public record Span(Instant start, @Nullable Instant end) {

    public Span {
        if (end != null && !start.isBefore(end)) {
            throw new IllegalArgumentException("start %s must be before end %s".formatted(start, end));
        }
    }

    public static Span from(Instant start) {
        return new Span(start, null);
    }

    public static Span of(Instant start, Instant end) {
        return new Span(start, end);
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(start) && endsAfter(instant);
    }

    public boolean overlaps(Span other) {
        return endsAfter(other.start) && other.endsAfter(start);
    }

    /** Whether some of it lies after the instant. */
    public boolean endsAfter(Instant instant) {
        return end == null || end.isAfter(instant);
    }

    /** What the two have in common; empty when they merely touch. */
    public Optional<Span> intersection(Span other) {
        return overlaps(other)
                ? Optional.of(new Span(Period.later(start, other.start), earlier(end, other.end)))
                : Optional.empty();
    }

    /** The part before the instant; empty when it begins there or later. */
    public Optional<Span> before(Instant instant) {
        return start.isBefore(instant) ? Optional.of(new Span(start, earlier(end, instant))) : Optional.empty();
    }

    /** The part from the instant on; empty when it is over by then. */
    public Optional<Span> since(Instant instant) {
        return endsAfter(instant) ? Optional.of(new Span(Period.later(start, instant), end)) : Optional.empty();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Period.earlier(one, other);
    }

    @Override
    public String toString() {
        return "[%s, %s)".formatted(start, end == null ? "…" : end);
    }
}
