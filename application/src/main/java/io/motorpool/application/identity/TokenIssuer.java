package io.motorpool.application.identity;

import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SigningKey;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs access tokens with the key that signs now. */
public final class TokenIssuer {

    private final UnitOfWork unitOfWork;
    private final KeyRings rings;
    private final SigningKeys keys;
    private final TokenPolicy policy;
    private final Supplier<UUID> nextId;

    public TokenIssuer(
            UnitOfWork unitOfWork, KeyRings rings, SigningKeys keys, TokenPolicy policy, Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.rings = rings;
        this.keys = keys;
        this.policy = policy;
        this.nextId = nextId;
    }

    /** A signed token, and when it ends. */
    record Issued(AccessToken token, Instant until) {}

    /**
     * The key to sign with. Asked for in the unit of work that decides on the grant: without a key nothing is decided.
     */
    Uni<KeyId> signingKey() {
        return rings.find(KeyRings.ISSUER)
                .map(ring -> ring.active()
                        .map(SigningKey::id)
                        .orElseThrow(() -> new OutOfReachException("no key signs yet")));
    }

    /**
     * Signs outside of the unit of work, because a key store may be far away.
     *
     * @param grant with the edition of whom it was decided on: a cut-off that is made later must apply
     * @param now when it was decided on
     */
    Uni<Issued> issue(KeyId key, Versioned<Grant> grant, @Nullable SessionId session, Instant now) {
        AccessClaims claims = AccessClaims.of(nextId.get(), grant, session, now, policy);
        return keys.sign(key, claims)
                .onFailure(UnknownKeyException.class)
                .recoverWithUni(() -> unitOfWork.reading(this::signingKey).chain(other -> keys.sign(other, claims)))
                .map(token -> new Issued(token, claims.expiresAt()));
    }
}
