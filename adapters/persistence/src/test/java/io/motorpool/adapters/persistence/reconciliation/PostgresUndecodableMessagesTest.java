package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reconciliation.UndecodableMessages;
import io.motorpool.application.reconciliation.UndecodableMessagesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresUndecodableMessagesTest implements UndecodableMessagesContract, PostgresContract {

    @Inject
    UndecodableMessages rows;

    @Override
    public UndecodableMessages undecodables() {
        return rows;
    }
}
