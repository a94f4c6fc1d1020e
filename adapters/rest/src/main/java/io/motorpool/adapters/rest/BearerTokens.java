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

    /** Those that do not say when they want to be asked, SmallRye JWT's among them, are asked at 1001, highest first. */
    private static final int BEFORE_ALL_OTHERS = 2 * SYSTEM_FIRST;

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
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return tokens.verify(request.getToken().getToken()).map(BearerTokens::identity);
    }

    /** Whatever was wrong with the token: one failure, without a word about it. */
    private static SecurityIdentity identity(Optional<VerifiedAccess> access) {
        VerifiedCaller caller = new VerifiedCaller(
                access.orElseThrow(AuthenticationFailedException::new).caller());
        return QuarkusSecurityIdentity.builder().setPrincipal(caller).build();
    }
}
