package io.motorpool.adapters.keys.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.motorpool.adapters.keys.CallerContext;
import io.motorpool.adapters.keys.jws.Jws;
import io.motorpool.application.identity.AccessTokens;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.identity.VerifiedAccess;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.mutiny.Uni;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The verifier of every edge. Checking a signature costs more than a read by id, so it is remembered which token passed;
 * that is all that is remembered. Whether its key is still published, whether it was cut off and whether it has expired
 * is asked every time, so nothing has to be forgotten when one of these changes.
 */
public final class VerifiedAccessTokens implements AccessTokens {

    private static final Logger LOG = Logger.getLogger(VerifiedAccessTokens.class);
    private static final int MOST = 10_000;

    private final AccessTokenReader reader;
    private final TrustedKeys keys;
    private final Function<IssuedToken, Uni<Boolean>> isCutOff;
    private final Clock clock;
    private final Cache<String, VerifiedAccess> genuine;

    /** Keeps the key set as long as is published (P8). */
    public VerifiedAccessTokens(
            KeySetOrigin origin,
            Issuer issuer,
            TokenPolicy policy,
            Function<IssuedToken, Uni<Boolean>> isCutOff,
            Clock clock) {
        this(origin, issuer, policy, KeyTimings.PUBLISHED.cached(), isCutOff, clock);
    }

    /**
     * @param cached for how long the key set may be used without asking
     * @param isCutOff asked of every genuine token at every request
     */
    public VerifiedAccessTokens(
            KeySetOrigin origin,
            Issuer issuer,
            TokenPolicy policy,
            Duration cached,
            Function<IssuedToken, Uni<Boolean>> isCutOff,
            Clock clock) {
        this.reader = new AccessTokenReader(issuer, policy);
        this.keys = new TrustedKeys(origin, cached, clock);
        this.isCutOff = isCutOff;
        this.clock = clock;
        this.genuine = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(policy.acceptedFor())
                .build();
    }

    @Override
    public Uni<Boolean> knowsKeys() {
        return Uni.createFrom().deferred(() -> {
            Executor back = CallerContext.current();
            return Uni.createFrom().completionStage(keys.anyAfterFetch()).emitOn(back);
        });
    }

    @Override
    public Uni<Optional<VerifiedAccess>> verify(String token) {
        VerifiedAccess known = genuine.getIfPresent(token);
        return known == null ? verifyNew(token) : withKey(known.token().key(), _ -> known);
    }

    private Uni<Optional<VerifiedAccess>> verifyNew(String token) {
        try {
            Jws jws = reader.read(token);
            return withKey(jws.key(), key -> remembered(token, reader.verified(jws, key, clock.instant())));
        } catch (IllegalArgumentException refused) {
            return refused(refused);
        }
    }

    private VerifiedAccess remembered(String token, VerifiedAccess access) {
        genuine.put(token, access);
        return access;
    }

    private interface Verification {
        VerifiedAccess with(PublicKey key);
    }

    private Uni<Optional<VerifiedAccess>> withKey(KeyId id, Verification verification) {
        Optional<PublicKey> key = keys.atOnce(id);
        if (key.isPresent()) {
            return answer(key, verification);
        }
        return Uni.createFrom()
                .completionStage(keys.afterFetch(id))
                .emitOn(CallerContext.current())
                .chain(found -> answer(found, verification));
    }

    private Uni<Optional<VerifiedAccess>> answer(Optional<PublicKey> key, Verification verification) {
        if (key.isEmpty() && !keys.any()) {
            return Uni.createFrom().failure(new OutOfReachException("no key to verify with is known"));
        }
        try {
            return key.map(verification::with)
                    .filter(access -> !reader.isOver(access.expiresAt(), clock.instant()))
                    .map(this::unlessCutOff)
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        } catch (IllegalArgumentException refused) {
            return refused(refused);
        }
    }

    private Uni<Optional<VerifiedAccess>> unlessCutOff(VerifiedAccess access) {
        return isCutOff.apply(access.token()).map(cutOff -> cutOff ? Optional.empty() : Optional.of(access));
    }

    private static Uni<Optional<VerifiedAccess>> refused(IllegalArgumentException reason) {
        LOG.debugf("a token was refused: %s", reason.getMessage());
        return Uni.createFrom().item(Optional.empty());
    }
}
