package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reconciliation.DifferenceRules;
import io.motorpool.application.reconciliation.DifferenceRulesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresDifferenceRulesTest implements DifferenceRulesContract, PostgresContract {

    @Inject
    DifferenceRules rows;

    @Override
    public DifferenceRules rules() {
        return rows;
    }
}
