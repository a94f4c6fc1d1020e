package io.motorpool.adapters.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.identity.LegacyTokens;
import io.motorpool.application.identity.LegacyTokens.LegacyAccess;
import io.motorpool.application.identity.LegacyTokens.Request;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What clients of the legacy servers send as a bearer token. It is looked at only when it is none of ours, and opens
 * nothing where no sunset is set.
 */
@ApplicationScoped
class LegacyBearers {

    private final LegacyTokens tokens;
    private final MeterRegistry meters;

    LegacyBearers(LegacyTokens tokens, MeterRegistry meters) {
        this.tokens = tokens;
        this.meters = meters;
    }

    /** Nobody hears more of a token that opens nothing than of any other; only whoever asks too often is told so. */
    Uni<Optional<LegacyAccess>> accept(String token, SourceNetwork from) {
        return tokens.accept(new Request(schemeOf(token), token, null, from))
                .map(LegacyBearers::access)
                .invoke(access -> access.ifPresent(this::count));
    }

    private static Optional<LegacyAccess> access(Decision<LegacyAccess, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<LegacyAccess, Refusal>(var access) -> Optional.of(access);
            case Decision.Refused<LegacyAccess, Refusal>(TooManyRequests reason) ->
                throw new RefusedBearerException(reason);
            case Decision.Refused<LegacyAccess, Refusal> _ -> Optional.empty();
        };
    }

    /** The first server signed tokens of three parts, the second gave a session's name away. */
    private static LegacyScheme schemeOf(String token) {
        return token.chars().filter(character -> character == '.').count() == 2
                ? LegacyScheme.FIRST_SERVER_JWT
                : LegacyScheme.SECOND_SERVER_SESSION;
    }

    private void count(LegacyAccess access) {
        meters.counter("motorpool.legacy.tokens", "scheme", access.scheme().name())
                .increment();
    }
}
