package io.motorpool.application.identity;

import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SigningKey;
import io.motorpool.domain.identity.TokenPolicy;
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
     * @param now when the grant was decided on, not later: a cut-off that was made since must apply
     */
    Uni<Issued> issue(KeyId key, Grant grant, @Nullable SessionId session, Instant now) {
        AccessClaims claims = AccessClaims.of(nextId.get(), grant, session, now, policy);
        return keys.sign(key, claims)
                .onFailure(UnknownKeyException.class)
                .recoverWithUni(() -> unitOfWork.reading(this::signingKey).chain(other -> keys.sign(other, claims)))
                .map(token -> new Issued(token, claims.expiresAt()));
    }

    /** What the client of a session gets. */
    Uni<Tokens> tokens(KeyId key, Grant grant, Session.Live session, Secret refresh, Instant now) {
        return issue(key, grant, session.id(), now)
                .map(issued -> new Tokens(
                        session.id(),
                        grant,
                        issued.token(),
                        issued.until(),
                        new RefreshToken(session.id(), refresh),
                        session.lapsesAt(policy)));
    }
}
