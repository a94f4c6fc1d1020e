package io.motorpool.domain.identity;

import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says (RFC 9068), apart from who issues it for whom.
 *
 * @param id the token's own
 * @param edition how often whoever gets it had been changed when the grant was decided on
 * @param session absent when a service gets it
 * @param issuedAt in whole seconds, as tokens tell time
 */
public record AccessClaims(
        UUID id, Grant grant, Version edition, @Nullable SessionId session, Instant issuedAt, Instant expiresAt) {

    /** The client of everybody who signs in with a password; a service is a client of its own name. */
    public static final String FIRST_PARTY = "motorpool";

    public static AccessClaims of(
            UUID id, Versioned<Grant> grant, @Nullable SessionId session, Instant now, TokenPolicy policy) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        return new AccessClaims(id, grant.value(), grant.version(), session, issuedAt, issuedAt.plus(policy.access()));
    }

    public String client() {
        return session == null ? grant.user().toString() : FIRST_PARTY;
    }
}
