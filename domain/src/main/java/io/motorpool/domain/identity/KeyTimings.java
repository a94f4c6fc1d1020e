package io.motorpool.domain.identity;

import java.time.Duration;

/**
 * When a key may be used and when it may go (P8).
 *
 * @param tokens how long tokens live, and how far clocks differ
 * @param cached for how long a verifier may keep the key set
 * @param visibleBeforeUse for how long a key is published before it signs
 * @param signsFor how long a key signs before the next one takes over
 */
public record KeyTimings(TokenPolicy tokens, Duration cached, Duration visibleBeforeUse, Duration signsFor) {

    public static final KeyTimings PUBLISHED = new KeyTimings(
            TokenPolicy.PUBLISHED, Duration.ofSeconds(300), Duration.ofSeconds(600), Duration.ofDays(30));

    public KeyTimings {
        if (visibleBeforeUse.compareTo(cached.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "a key must be visible for twice the %s that a verifier may keep the set, not %s"
                            .formatted(cached, visibleBeforeUse));
        }
        if (signsFor.compareTo(visibleBeforeUse.plus(tokens.skew())) <= 0) {
            throw new IllegalArgumentException("the next key is not visible long enough after " + signsFor);
        }
    }

    /** The clock that saw a key published may be ahead of the one that asks whether it may sign. */
    public Duration lead() {
        return visibleBeforeUse.plus(tokens.skew());
    }

    /** The node that signed last may have done so a little after the clock that retired the key. */
    public Duration keptAfterUse() {
        return tokens.acceptedFor().plus(tokens.skew());
    }
}
