package io.motorpool.adapters.keys.verification;

import io.motorpool.adapters.keys.publication.JwkSet;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The published keys as this node knows them. They are fetched again before they are too old (P8), and when a token names
 * a key that is not among them; one fetch at a time, and not often, whatever arrives. What an origin that fails or talks
 * nonsense says changes nothing: keys that were good stay good for a while, because refusing everybody is worse.
 */
final class TrustedKeys {

    /** How long keys outlive an origin that does not answer (ADR-0027). */
    static final Duration MOST_STALE = Duration.ofHours(24);

    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(1);

    /** For how long nobody waits for an origin that has just failed. */
    static final Duration FAILING = Duration.ofSeconds(10);

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = Logger.getLogger(TrustedKeys.class);

    private record Known(Map<KeyId, PublicKey> keys, long version, Instant asOf) {}

    private record Fetch(Instant begun, CompletableFuture<Boolean> done) {}

    private final KeySetOrigin origin;
    private final Duration maxAge;
    private final Duration ahead;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), -1, Instant.MIN);
    private volatile Instant failedAt = Instant.MIN;
    private @Nullable Fetch latest;

    /** @param maxAge how long a set may be used without asking (P8); towards its end it is asked for while it serves */
    TrustedKeys(KeySetOrigin origin, Duration maxAge, Clock clock) {
        this.origin = origin;
        this.maxAge = maxAge;
        this.ahead = maxAge.multipliedBy(4).dividedBy(5);
        this.clock = clock;
    }

    /** Whether any key is known, so that a token can be refused for not being signed with one. */
    boolean any() {
        return isUsable(known, clock.instant());
    }

    /** The same, after asking the origin when none is. */
    CompletableFuture<Boolean> anyAfterFetch() {
        return any()
                ? CompletableFuture.completedFuture(true)
                : fetch(clock.instant()).thenApply(_ -> any());
    }

    /** The key, if it can be said at once. */
    Optional<PublicKey> atOnce(KeyId id) {
        Known now = known;
        Instant instant = clock.instant();
        PublicKey key = now.keys().get(id);
        if (key == null || !isUsable(now, instant)) {
            return Optional.empty();
        }
        Duration age = Duration.between(now.asOf(), instant);
        if (age.compareTo(ahead) < 0) {
            return Optional.of(key);
        }
        CompletableFuture<Boolean> fetched = fetch(instant);
        boolean waits = age.compareTo(maxAge) >= 0 && !fetched.isDone() && !isFailing(instant);
        return waits ? Optional.empty() : Optional.ofNullable(known.keys().get(id));
    }

    /** The key, after asking the origin if it may be asked. */
    CompletableFuture<Optional<PublicKey>> afterFetch(KeyId id) {
        return fetch(clock.instant()).thenApply(_ -> {
            Known now = known;
            return isUsable(now, clock.instant())
                    ? Optional.ofNullable(now.keys().get(id))
                    : Optional.empty();
        });
    }

    private static boolean isUsable(Known known, Instant now) {
        return !known.keys().isEmpty() && now.isBefore(known.asOf().plus(MOST_STALE));
    }

    private boolean isFailing(Instant now) {
        return failedAt.isAfter(now.minus(FAILING));
    }

    /** Completes with whether a set was understood, and never fails. */
    private synchronized CompletableFuture<Boolean> fetch(Instant now) {
        Fetch last = latest;
        if (last != null && (!last.done().isDone() || now.isBefore(last.begun().plus(BETWEEN_FETCHES)))) {
            return last.done();
        }
        CompletableFuture<Boolean> done = asked().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((text, failure) -> failure == null ? understand(text, now) : failed(failure));
        latest = new Fetch(now, done);
        return done;
    }

    private CompletableFuture<String> asked() {
        try {
            return origin.fetch();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private boolean understand(String text, Instant asked) {
        try {
            KeySet set = JwkSet.read(text);
            if (set.keys().isEmpty()) {
                throw new IllegalArgumentException("a set without a key");
            }
            if (set.version() < known.version()) {
                throw new IllegalArgumentException("a set that is older than what was there before");
            }
            known = new Known(keys(set), set.version(), asked);
            failedAt = Instant.MIN;
            return true;
        } catch (IllegalArgumentException nonsense) {
            return failed(nonsense);
        }
    }

    /** An origin that goes on failing is complained about once. */
    private boolean failed(Throwable failure) {
        boolean goesOn = failedAt.isAfter(Instant.MIN);
        failedAt = clock.instant();
        LOG.logf(
                goesOn ? Logger.Level.DEBUG : Logger.Level.WARN,
                "the key set cannot be had, what is known stays: %s",
                failure.toString());
        return false;
    }

    private static Map<KeyId, PublicKey> keys(KeySet set) {
        Map<KeyId, PublicKey> keys = new HashMap<>();
        set.keys().forEach(key -> keys.put(key.id(), usable(key)));
        return Map.copyOf(keys);
    }

    private static PublicKey usable(RsaPublicKey key) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key that cannot be used", e);
        }
    }
}
