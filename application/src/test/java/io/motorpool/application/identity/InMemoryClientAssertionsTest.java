package io.motorpool.application.identity;

import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;

class InMemoryClientAssertionsTest implements ClientAssertionsContract {

    private final InMemoryClientAssertions assertions = new InMemoryClientAssertions();

    @Override
    public ClientAssertions assertions() {
        return assertions;
    }

    @Override
    public RsaPublicKey aKey() {
        return IdentityFixtures.aKey();
    }

    @Override
    public String said(RsaPublicKey signedWith, UserId client, String audience, String id, Instant expiresAt) {
        return assertions.say(new ClientAssertion(client, signedWith.id(), id, expiresAt), audience);
    }
}
