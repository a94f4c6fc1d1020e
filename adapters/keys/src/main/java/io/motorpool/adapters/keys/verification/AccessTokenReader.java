package io.motorpool.adapters.keys.verification;

import io.motorpool.adapters.keys.jws.Claims;
import io.motorpool.adapters.keys.jws.Jws;
import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.VerifiedAccess;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Reads access tokens (RFC 9068). Everything that is wrong with one is an {@link IllegalArgumentException}. */
final class AccessTokenReader {

    private final Issuer issuer;
    private final TokenPolicy policy;

    AccessTokenReader(Issuer issuer, TokenPolicy policy) {
        this.issuer = issuer;
        this.policy = policy;
    }

    Jws read(String token) {
        Jws jws = Jws.read(token, AccessToken.LONGEST);
        if (!jws.isOfType("at+jwt") && !jws.isOfType("application/at+jwt")) {
            throw new IllegalArgumentException("it is no access token");
        }
        return jws;
    }

    /** What it says, provided that this key signed it and that it is good at this instant. */
    VerifiedAccess verified(Jws jws, PublicKey key, Instant now) {
        Claims claims = jws.verifiedWith(key);
        if (!claims.text("iss").equals(issuer.url()) || !claims.isFor(issuer.audience())) {
            throw new IllegalArgumentException("it is of another issuer or for somebody else");
        }
        if (claims.text("jti").isEmpty()) {
            throw new IllegalArgumentException("it has no name of its own");
        }
        Instant issuedAt = claims.instant("iat");
        Instant expiresAt = claims.instant("exp");
        boolean begun = !isAhead(issuedAt, now) && (!claims.has("nbf") || !isAhead(claims.instant("nbf"), now));
        if (!begun || isOver(expiresAt, now)) {
            throw new IllegalArgumentException("it is not good yet, or no more");
        }
        if (!issuedAt.isBefore(expiresAt) || expiresAt.isAfter(issuedAt.plus(policy.access()))) {
            throw new IllegalArgumentException("it lives longer than we let tokens live");
        }
        UserId subject = new UserId(claims.uuid("sub"));
        SessionId session = claims.has("sid") ? new SessionId(claims.uuid("sid")) : null;
        return new VerifiedAccess(
                new Caller(subject, profile(claims), roles(claims)),
                new IssuedToken(jws.key(), subject, edition(claims), session),
                expiresAt);
    }

    /** Whether no clock takes it for good any more (P7). */
    boolean isOver(Instant expiresAt, Instant now) {
        return !now.isBefore(expiresAt.plus(policy.skew()));
    }

    private boolean isAhead(Instant begin, Instant now) {
        return begin.isAfter(now.plus(policy.skew()));
    }

    /** A token that does not say is older than every cut-off. */
    private static Version edition(Claims claims) {
        return claims.has("edition") ? new Version(claims.number("edition")) : Version.FIRST;
    }

    private static Profile profile(Claims claims) {
        return switch (claims.text("profile")) {
            case "PERSONAL" -> new Profile.Personal();
            case "BUSINESS" -> new Profile.Business(new CompanyId(claims.uuid("company")));
            case "DIVISION" -> new Profile.Division();
            default -> throw new IllegalArgumentException("unknown profile");
        };
    }

    /** Roles that this version does not know carry no permission. The timers' own role is never taken from a token. */
    private static Set<Role> roles(Claims claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : claims.texts("roles")) {
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name) && role != Role.SCHEDULER)
                    .forEach(roles::add);
        }
        return roles;
    }
}
