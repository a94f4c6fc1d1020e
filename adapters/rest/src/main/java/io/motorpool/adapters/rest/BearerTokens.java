package io.motorpool.adapters.rest;

import io.motorpool.application.identity.IdentifyCaller;
import io.motorpool.application.identity.IdentifyCaller.Answer;
import io.motorpool.application.identity.IdentifyCaller.Legacy;
import io.motorpool.application.identity.TrustedProxies;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where SmallRye JWT, which finds the token in a request, asks who it is. It would verify by itself from a configured
 * key; here everybody verifies by the same port. Its own answer is never asked for, because this one never leaves it to
 * others.
 */
@ApplicationScoped
class BearerTokens implements IdentityProvider<TokenAuthenticationRequest> {

    /** Those that do not say when they want to be asked, SmallRye JWT's among them, are asked at 1001, highest first. */
    private static final int BEFORE_ALL_OTHERS = 2 * SYSTEM_FIRST;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** The last moment of what somebody came in with (RFC 8594). */
    private static final String SUNSET = "Sunset";

    private final IdentifyCaller identify;
    private final TrustedProxies proxies;

    BearerTokens(IdentifyCaller identify, TrustedProxies proxies) {
        this.identify = identify;
        this.proxies = proxies;
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
        String token = request.getToken().getToken();
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        return identify.identify(token, ConnectionSource.network(http, proxies)).map(answer -> identity(answer, http));
    }

    /** Whatever was wrong with the token: one failure, without a word about it. */
    private static SecurityIdentity identity(Answer answer, RoutingContext http) {
        return switch (answer) {
            case Answer.Known(var caller, var session, var legacy) -> {
                legacy.ifPresent(accepted -> tellSunset(accepted, http));
                yield QuarkusSecurityIdentity.builder()
                        .setPrincipal(new VerifiedCaller(caller, session.orElse(null)))
                        .build();
            }
            case Answer.Unknown _ -> throw new AuthenticationFailedException();
            case Answer.Throttled(var reason) -> throw new RefusedBearerException(reason);
        };
    }

    private static void tellSunset(Legacy accepted, RoutingContext http) {
        var _ = http.response()
                .putHeader(SUNSET, HTTP_DATE.format(accepted.sunset().atOffset(ZoneOffset.UTC)));
    }
}
