package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.RateBuckets;
import io.motorpool.application.identity.RateBucketsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresRateBucketsTest implements RateBucketsContract, PostgresContract {

    @Inject
    RateBuckets buckets;

    @Override
    public RateBuckets buckets() {
        return buckets;
    }
}
