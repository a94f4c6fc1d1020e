package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryKnownDevicesTest implements KnownDevicesContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public KnownDevices devices() {
        return identity.devices;
    }
}
