package io.motorpool.domain.identity;

import java.time.Duration;

/**
 * How long what was given out is good for (P6, P7). The values are the published ones; a drill may run the same rules on
 * a faster clock.
 *
 * @param access how long an access token lives
 * @param idle for how long a session that nobody uses can be taken up again
 * @param absolute how long a session lives at most
 * @param grace for how long a refresh token that was just replaced still yields the same successor
 * @param skew by how much two clocks may differ
 */
public record TokenPolicy(Duration access, Duration idle, Duration absolute, Duration grace, Duration skew) {

    public static final TokenPolicy PUBLISHED = new TokenPolicy(
            Duration.ofMinutes(15),
            Duration.ofDays(14),
            Duration.ofDays(90),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    public TokenPolicy {
        if (!access.isPositive() || idle.compareTo(access) < 0 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "access %s, idle %s and absolute %s must grow in this order".formatted(access, idle, absolute));
        }
        if (grace.isNegative() || grace.compareTo(access) > 0 || skew.isNegative()) {
            throw new IllegalArgumentException(
                    "grace %s and skew %s must not be negative, nor the grace long".formatted(grace, skew));
        }
    }

    /** For how long after it was issued somewhere a token may still be taken for good. */
    public Duration acceptedFor() {
        return access.plus(skew);
    }
}
