package io.motorpool.sandbox.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token says. Tests of the edge change one claim of a good one and expect to be turned away.
 *
 * @param company the company of a {@code BUSINESS} profile, otherwise none
 */
public record Claims(
        String issuer,
        String audience,
        UUID subject,
        String profile,
        @Nullable UUID company,
        List<String> roles,
        Instant issuedAt,
        Instant expiresAt) {

    public static final String ISSUER = "https://motorpool.local";
    public static final String AUDIENCE = "motorpool";

    /** How long an access token lives (P6). */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    public Claims {
        roles = List.copyOf(roles);
    }

    /** Of somebody who works for the division: OPERATOR, SUPPORT_AGENT, AUDITOR. */
    public static Claims division(UUID user, Instant now, String... roles) {
        return claims(user, "DIVISION", null, now, roles);
    }

    /** Of somebody who acts for a client company: MEMBER, COMPANY_ADMIN. */
    public static Claims business(UUID user, UUID company, Instant now, String... roles) {
        return claims(user, "BUSINESS", company, now, roles);
    }

    /** Of a private person. */
    public static Claims personal(UUID user, Instant now) {
        return claims(user, "PERSONAL", null, now);
    }

    public Claims withIssuer(String other) {
        return new Claims(other, audience, subject, profile, company, roles, issuedAt, expiresAt);
    }

    public Claims withAudience(String other) {
        return new Claims(issuer, other, subject, profile, company, roles, issuedAt, expiresAt);
    }

    public Claims withProfile(String other) {
        return new Claims(issuer, audience, subject, other, company, roles, issuedAt, expiresAt);
    }

    public Claims withRoles(String... others) {
        return new Claims(issuer, audience, subject, profile, company, List.of(others), issuedAt, expiresAt);
    }

    public Claims withLifetime(Instant from, Instant until) {
        return new Claims(issuer, audience, subject, profile, company, roles, from, until);
    }

    private static Claims claims(UUID user, String profile, @Nullable UUID company, Instant now, String... roles) {
        return new Claims(ISSUER, AUDIENCE, user, profile, company, List.of(roles), now, now.plus(LIFETIME));
    }
}
