package io.motorpool.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often something may be done: one each interval, and a burst of them after a rest (the generic cell rate
 * algorithm). One instant is all that has to be remembered of a bucket, so nodes can share it.
 *
 * @param interval how long one costs
 * @param burst how many at once after a rest
 */
public record RateLimit(Duration interval, int burst) {

    public RateLimit {
        if (!interval.isPositive() || burst < 1) {
            throw new IllegalArgumentException("%d each %s is no limit".formatted(burst, interval));
        }
    }

    public static RateLimit perMinute(int times, int burst) {
        return new RateLimit(Duration.ofMinutes(1).dividedBy(times), burst);
    }

    /** The answer of a bucket. */
    public sealed interface Answer {

        /** @param paidUntil what is to be remembered of the bucket */
        record Go(Instant paidUntil) implements Answer {}

        /** @param retryAfter after this long it may be tried again; trying earlier costs nothing */
        record Wait(Duration retryAfter) implements Answer {}
    }

    /** @param paidUntil what was remembered; empty for a bucket that was never used, or not for long */
    public Answer take(Optional<Instant> paidUntil, Instant now) {
        Instant from = paidUntil.filter(now::isBefore).orElse(now);
        Instant then = from.plus(interval);
        Instant earliest = then.minus(interval.multipliedBy(burst));
        return now.isBefore(earliest) ? new Answer.Wait(Duration.between(now, earliest)) : new Answer.Go(then);
    }
}
