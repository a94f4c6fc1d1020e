package io.motorpool.sandbox.drill.load;

import io.motorpool.sandbox.token.Claims;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Somebody's access token, a new one before the old one has ended. */
public final class Badge {

    private final Supplier<String> signer;
    private final Clock clock;
    private String token;
    private Instant until;

    public Badge(Supplier<String> signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
        this.token = signer.get();
        this.until = clock.instant().plus(Claims.LIFETIME.dividedBy(2));
    }

    public synchronized String token() {
        if (clock.instant().isAfter(until)) {
            token = signer.get();
            until = clock.instant().plus(Claims.LIFETIME.dividedBy(2));
        }
        return token;
    }
}
