package io.motorpool.application.identity;

import io.motorpool.application.identity.IdentifyCaller.Answer.Known;
import io.motorpool.application.identity.IdentifyCaller.Answer.Throttled;
import io.motorpool.application.identity.IdentifyCaller.Answer.Unknown;
import io.motorpool.application.identity.LegacyTokens.LegacyAccess;
import io.motorpool.application.identity.LegacyTokens.Request;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Asks the verifier of our own tokens, then whoever knows those of the legacy servers. */
public final class IdentifyCallerService implements IdentifyCaller {

    private final AccessTokens own;
    private final LegacyTokens legacy;

    public IdentifyCallerService(AccessTokens own, LegacyTokens legacy) {
        this.own = own;
        this.legacy = legacy;
    }

    @Override
    public Uni<Answer> identify(String bearer, SourceNetwork from) {
        return own.verify(bearer)
                .chain(access -> access.isPresent()
                        ? Uni.createFrom().item(known(access.get()))
                        : legacy.accept(new Request(schemeOf(bearer), bearer, null, from))
                                .map(IdentifyCallerService::known));
    }

    private static Answer known(VerifiedAccess access) {
        return new Known(access.caller(), Optional.ofNullable(access.token().session()), Optional.empty());
    }

    /** Nobody hears more of a token that opens nothing than of any other. */
    private static Answer known(Decision<LegacyAccess, Refusal> decision) {
        return switch (decision) {
            case Accepted<LegacyAccess, Refusal>(var access) ->
                new Known(access.caller(), Optional.empty(), Optional.of(new Legacy(access.scheme(), access.sunset())));
            case Refused<LegacyAccess, Refusal>(TooManyRequests reason) -> new Throttled(reason);
            case Refused<LegacyAccess, Refusal> _ -> new Unknown();
        };
    }

    /** The first server signed tokens of three parts, the second gave a session's name away. */
    private static LegacyScheme schemeOf(String token) {
        return token.chars().filter(character -> character == '.').count() == 2
                ? LegacyScheme.FIRST_SERVER_JWT
                : LegacyScheme.SECOND_SERVER_SESSION;
    }
}
