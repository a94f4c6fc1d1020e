package io.motorpool.application.identity;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * Who sends a bearer token: the one way for every edge, so that what opens one door opens all of them, and nothing else
 * opens any. Our own tokens are looked at first, those of the legacy servers only when it is none of ours.
 */
public interface IdentifyCaller {

    /** Fails with {@link OutOfReachException} when nobody can tell whether the token is good. */
    Uni<Answer> identify(String bearer, SourceNetwork from);

    /** There is one answer for everything that is wrong with a token. */
    sealed interface Answer {

        /**
         * @param session in which the caller acts; empty when a service does, or somebody with a legacy token
         * @param legacy with what else than a token of ours they came
         */
        record Known(Caller caller, Optional<SessionId> session, Optional<Legacy> legacy) implements Answer {}

        /** The token opens nothing. */
        record Unknown() implements Answer {}

        /** From there too many were tried; whoever asks too often is told so, and nothing else. */
        record Throttled(TooManyRequests reason) implements Answer {}
    }

    /** @param sunset the first instant at which tokens of the scheme are worth nothing (RFC 8594) */
    record Legacy(LegacyScheme scheme, Instant sunset) {}
}
