package io.motorpool.application.identity;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.UserId;
import java.time.Clock;

class InMemoryLettersToSendTest implements LettersToSendContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public LettersToSend letters() {
        return identity.letters;
    }

    @Override
    public UserId givenUser() {
        return new UserId(Ids.next());
    }
}
