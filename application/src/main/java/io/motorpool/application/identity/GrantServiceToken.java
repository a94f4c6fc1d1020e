package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** A service gets an access token for words that it signed (client credentials, RFC 7523). There is no refresh token. */
public interface GrantServiceToken {

    Uni<Decision<ServiceToken, Refusal>> grant(Request request);

    /** @param assertion what the service sent, whatever it is */
    record Request(String assertion, SourceNetwork from) {

        @Override
        public String toString() {
            return "(assertion)";
        }
    }

    /** @param until the first instant at which it is worth nothing */
    record ServiceToken(Grant grant, AccessToken access, Instant until) {}
}
