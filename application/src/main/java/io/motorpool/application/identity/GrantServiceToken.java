package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** A service gets an access token for words that it signed (client credentials, RFC 7523). There is no refresh token. */
public interface GrantServiceToken {

    Uni<Decision<ServiceToken, Refusal>> grant(Request request);

    /**
     * @param assertion what the service sent, whatever it is
     * @param client whom the request names beside it, whatever it is: the one that signed, or nobody (RFC 7521, 4.2)
     */
    record Request(String assertion, Optional<String> client, SourceNetwork from) {

        boolean isFor(UserId service) {
            return client.map(service.toString()::equals).orElse(true);
        }

        @Override
        public String toString() {
            return "(assertion)";
        }
    }

    /** @param until the first instant at which it is worth nothing */
    record ServiceToken(Grant grant, AccessToken access, Instant until) {}
}
