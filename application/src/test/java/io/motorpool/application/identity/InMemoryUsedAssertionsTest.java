package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryUsedAssertionsTest implements UsedAssertionsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public UsedAssertions assertions() {
        return identity.assertions;
    }
}
