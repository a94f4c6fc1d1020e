package io.motorpool.application.identity;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.UserId;
import java.time.Clock;

class InMemorySessionsTest implements SessionsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public Sessions sessions() {
        return identity.sessions;
    }

    @Override
    public UserId givenUser() {
        return new UserId(Ids.next());
    }
}
