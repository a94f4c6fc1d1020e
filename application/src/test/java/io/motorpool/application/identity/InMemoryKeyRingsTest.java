package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryKeyRingsTest implements KeyRingsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public KeyRings rings() {
        return identity.rings;
    }
}
