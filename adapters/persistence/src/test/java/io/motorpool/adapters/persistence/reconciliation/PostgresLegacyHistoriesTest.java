package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reconciliation.LegacyHistories;
import io.motorpool.application.reconciliation.LegacyHistoriesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLegacyHistoriesTest implements LegacyHistoriesContract, PostgresContract {

    @Inject
    LegacyHistories rows;

    @Override
    public LegacyHistories histories() {
        return rows;
    }
}
