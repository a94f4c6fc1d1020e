package io.motorpool.domain.settlement;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the ERP was last asked, and from when on it may be asked again. It is written down before the ERP is asked: whoever
 * finds it afterwards, on whatever node, knows that something may be under way.
 *
 * @param underWaySince since when something may be under way in the ERP: from the moment it is asked, because whoever asks
 *     may die before the answer, and after the answer what that says; null when nothing can be. An attempt that has sent
 *     nothing must not put off the next one
 */
public record Attempt(Instant at, Instant next, @Nullable Instant underWaySince) {

    /** For how long an attempt keeps others from asking; no answer of the ERP is waited for longer. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    public static Attempt begun(Instant now) {
        return new Attempt(now, now.plus(LEASE), now);
    }

    Attempt unclear(Instant notBefore, @Nullable Instant mayBeUnderWaySince) {
        return new Attempt(at, notBefore, mayBeUnderWaySince);
    }
}
