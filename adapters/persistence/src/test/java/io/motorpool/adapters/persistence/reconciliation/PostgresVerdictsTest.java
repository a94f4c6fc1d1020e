package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reconciliation.Verdicts;
import io.motorpool.application.reconciliation.VerdictsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresVerdictsTest implements VerdictsContract, PostgresContract {

    @Inject
    Verdicts rows;

    @Override
    public Verdicts verdicts() {
        return rows;
    }
}
