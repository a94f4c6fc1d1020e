package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.SecurityTrail;
import io.motorpool.application.identity.SecurityTrailContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresSecurityTrailTest implements SecurityTrailContract, PostgresContract {

    @Inject
    SecurityTrail trail;

    @Override
    public SecurityTrail trail() {
        return trail;
    }
}
