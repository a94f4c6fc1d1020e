package io.motorpool.domain.settlement;

import java.time.Duration;
import java.time.Instant;

/**
 * When the ERP was last asked, and from when on it may be asked again. It is written down before the ERP is asked: whoever
 * finds it afterwards, on whatever node, knows that something may be under way.
 */
public record Attempt(Instant at, Instant next) {

    /** For how long an attempt keeps others from asking; no answer of the ERP is waited for longer. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    static Attempt begun(Instant now) {
        return new Attempt(now, now.plus(LEASE));
    }
}
