package io.motorpool.adapters.rest;

import io.motorpool.application.identity.AccessTokens;
import io.motorpool.application.identity.VerifiedAccess;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Where SmallRye JWT, which finds the token in a request, asks who it is. It would verify by itself from a configured
 * key; here everybody verifies by the same port. Its own answer is never asked for, because this one never leaves it to
 * others.
 */
@ApplicationScoped
class BearerTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private final AccessTokens tokens;

    BearerTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return SYSTEM_FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return tokens.verify(request.getToken().getToken()).map(BearerTokens::identity);
    }

    /** Whatever was wrong with the token: one failure, without a word about it. */
    private static SecurityIdentity identity(Optional<VerifiedAccess> access) {
        VerifiedAccess verified = access.orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new VerifiedCaller(
                        verified.caller(), verified.token().session()))
                .build();
    }
}
