package io.motorpool.application.identity;

import java.time.Clock;

class InMemorySignInGuardsTest implements SignInGuardsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public SignInGuards guards() {
        return identity.guards;
    }
}
