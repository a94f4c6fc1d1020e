package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.token.Claims;
import io.motorpool.sandbox.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Access tokens, each signed once and then used by all clients until shortly before it ends: signing is dear. */
public final class Badges {

    private static final Duration RENEWED_AFTER = Claims.LIFETIME.dividedBy(2);
    private static final int MOST_KEPT = 5_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Map<Claims, Signed> signed = new LinkedHashMap<>();

    public Badges(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Signed(String token, Instant at) {}

    /** Good from now on, whatever the claims say of that. */
    String good(Claims claims) {
        Instant now = clock.instant();
        return token(claims, claims.withLifetime(now, now.plus(Claims.LIFETIME)));
    }

    /** Good until some time ago. */
    String expired(Claims claims) {
        Instant then = clock.instant().minus(Claims.LIFETIME.multipliedBy(4));
        Claims past = claims.withLifetime(then, then.plus(Claims.LIFETIME));
        return token(claims.withLifetime(Instant.EPOCH, Instant.EPOCH), past);
    }

    private String token(Claims key, Claims content) {
        Instant now = clock.instant();
        synchronized (signed) {
            Signed kept = signed.get(key);
            if (kept != null && kept.at().plus(RENEWED_AFTER).isAfter(now)) {
                return kept.token();
            }
        }
        Signed fresh = new Signed(tokens.sign(content), now);
        synchronized (signed) {
            signed.put(key, fresh);
            if (signed.size() > MOST_KEPT) {
                signed.remove(signed.keySet().iterator().next());
            }
        }
        return fresh.token();
    }
}
