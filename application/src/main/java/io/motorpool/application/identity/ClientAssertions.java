package io.motorpool.application.identity;

import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** Reads what a service says of itself (private_key_jwt, RFC 7523). Whether it counts is decided by the service's account. */
public interface ClientAssertions {

    /** Who is said to speak. Nothing is verified yet: it only tells whose keys to verify with. */
    Optional<UserId> claimedBy(String assertion);

    /**
     * What was said, provided that one of the keys signed it for this audience alone.
     *
     * @param registered the keys of the service that is said to speak
     */
    Optional<ClientAssertion> verify(String assertion, List<RsaPublicKey> registered, String audience);
}
