package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes tokens of the ways of signing in that were there before, until the date that is set for each. */
public interface LegacyTokens {

    /** Fails with {@link OutOfReachException} when the server that knows the token does not answer. */
    Uni<Decision<LegacyAccess, Refusal>> accept(Request request);

    /**
     * @param token what the client sent, whatever it is
     * @param profile as what they want to act; absent when they do not care
     */
    record Request(
            LegacyScheme scheme, String token, @Nullable Profile profile, SourceNetwork from) {

        @Override
        public String toString() {
            return "(token of " + scheme + ")";
        }
    }

    /** @param sunset the first instant at which tokens of the scheme are worth nothing */
    record LegacyAccess(Caller caller, LegacyScheme scheme, Instant sunset) {}
}
