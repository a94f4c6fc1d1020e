package io.motorpool.domain.shared;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;

/**
 * An aggregate as it was stored, with the version it was stored under.
 *
 * @param <T> the aggregate
 */
public record Versioned<T>(T value, Version version) {

    /** The aggregate, provided that it is still the one the caller decided on. */
    public Decision<T, AccessRefusal> ifStill(Version seen) {
        return seen.equals(version) ? accept(value) : refuse(new AccessRefusal.Stale(seen, version));
    }

    /** What the aggregate became, still to be stored under the version it came from. */
    public <U> Versioned<U> with(U changed) {
        return new Versioned<>(changed, version);
    }
}
