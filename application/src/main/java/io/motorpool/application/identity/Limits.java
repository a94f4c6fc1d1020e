package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.domain.identity.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How often something may be asked for, of each kind. What is counted by network is generous, because a whole company may
 * come from one; who guesses one login is stopped earlier, by the {@link io.motorpool.domain.identity.SignInGuard}.
 */
public record Limits(Map<Kind, RateLimit> limits) {

    public static final Limits PUBLISHED = new Limits(Map.of(
            Kind.SIGN_IN, RateLimit.perMinute(120, 60),
            Kind.REFRESH, RateLimit.perMinute(600, 300),
            Kind.CHANGE_PASSWORD, new RateLimit(Duration.ofMinutes(3), 5),
            Kind.ASK_FOR_A_LINK, RateLimit.perMinute(20, 20),
            Kind.ASK_FOR_A_LINK_TO_ONE_MAILBOX, new RateLimit(Duration.ofMinutes(10), 3),
            Kind.USE_A_LINK, RateLimit.perMinute(20, 20),
            Kind.SERVICE_TOKEN, RateLimit.perMinute(300, 150),
            Kind.LEGACY_SESSION, RateLimit.perMinute(600, 300)));

    public Limits {
        limits = Map.copyOf(limits);
        if (!limits.keySet().equals(Set.of(Kind.values()))) {
            throw new IllegalArgumentException(
                    "a limit for each of %s, not %s".formatted(List.of(Kind.values()), limits.keySet()));
        }
    }

    RateLimit of(Kind kind) {
        return Objects.requireNonNull(limits.get(kind));
    }
}
