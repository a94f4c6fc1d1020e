package io.motorpool.application.identity;

import java.time.Clock;

class InMemorySecurityTrailTest implements SecurityTrailContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public SecurityTrail trail() {
        return identity.trail;
    }
}
