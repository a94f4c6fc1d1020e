package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.UsedAssertions;
import io.motorpool.application.identity.UsedAssertionsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresUsedAssertionsTest implements UsedAssertionsContract, PostgresContract {

    @Inject
    UsedAssertions assertions;

    @Override
    public UsedAssertions assertions() {
        return assertions;
    }
}
