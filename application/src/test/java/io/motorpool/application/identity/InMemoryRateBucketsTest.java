package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryRateBucketsTest implements RateBucketsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public RateBuckets buckets() {
        return identity.buckets;
    }
}
