package io.motorpool.application.identity;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.UserId;
import java.time.Clock;

class InMemoryOneTimeLinksTest implements OneTimeLinksContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public OneTimeLinks links() {
        return identity.links;
    }

    @Override
    public UserId givenUser() {
        return new UserId(Ids.next());
    }
}
