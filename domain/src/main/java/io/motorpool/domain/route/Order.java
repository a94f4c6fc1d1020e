package io.motorpool.domain.route;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatcher asks for.
 *
 * @param from may lie in the past: breakdowns are written down when there is time to
 * @param until absent when it is not known how long
 */
public record Order(
        Assignment assignment, Instant from, @Nullable Instant until, ContractCause cause) {

    public Order {
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("from %s must be before until %s".formatted(from, until));
        }
    }

    Span span() {
        return new Span(from, until);
    }
}
