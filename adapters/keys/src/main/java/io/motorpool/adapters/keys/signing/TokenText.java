package io.motorpool.adapters.keys.signing;

import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.Issuer;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeyId;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;

/** Writes what an access token says as RFC 9068 has it, and signs it with RS256. */
final class TokenText {

    private final Issuer issuer;

    TokenText(Issuer issuer) {
        this.issuer = issuer;
    }

    AccessToken of(AccessClaims claims, KeyId key, PrivateKey privateHalf) {
        return new AccessToken(
                said(claims).jws().type("at+jwt").keyId(key.value()).sign(privateHalf));
    }

    private JwtClaimsBuilder said(AccessClaims claims) {
        Grant grant = claims.grant();
        JwtClaimsBuilder said = Jwt.issuer(issuer.url())
                .audience(issuer.audience())
                .subject(grant.user().toString())
                .claim("client_id", claims.client())
                .claim("jti", claims.id().toString())
                .claim("edition", claims.edition().value())
                .issuedAt(claims.issuedAt())
                .expiresAt(claims.expiresAt())
                .claim("roles", grant.roles().stream().map(Enum::name).sorted().toList())
                .claim("scope", String.join(" ", grant.scopes()));
        if (claims.session() != null) {
            said.claim("sid", claims.session().toString());
        }
        return withProfile(said, grant.profile());
    }

    private static JwtClaimsBuilder withProfile(JwtClaimsBuilder said, Profile profile) {
        return switch (profile) {
            case Profile.Personal _ -> said.claim("profile", "PERSONAL");
            case Profile.Division _ -> said.claim("profile", "DIVISION");
            case Profile.Business(var company) ->
                said.claim("profile", "BUSINESS").claim("company", company.toString());
        };
    }
}
