package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * A session goes on without a password. Whoever repeats the request in the next moment gets the same refresh token again;
 * whoever uses one that was replaced earlier ends the session (P6).
 */
public interface RefreshSession {

    Uni<Decision<Tokens, Refusal>> refresh(Request request);

    /**
     * @param token what the client sent, whatever it is
     * @param profile as what they want to act from now on; absent when it stays the same
     */
    record Request(String token, @Nullable Profile profile, SourceNetwork from) {

        @Override
        public String toString() {
            return "(refresh)";
        }
    }
}
