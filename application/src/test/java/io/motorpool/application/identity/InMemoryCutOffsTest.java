package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryCutOffsTest implements CutOffsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public CutOffs cutOffs() {
        return identity.cutOffs;
    }
}
