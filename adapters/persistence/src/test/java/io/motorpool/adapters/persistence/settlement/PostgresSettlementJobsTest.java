package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.settlement.SettlementJobs;
import io.motorpool.application.settlement.SettlementJobsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresSettlementJobsTest implements SettlementJobsContract, OnPostgres {

    @Override
    public SettlementJobs jobs() {
        return OnPostgres.port(SettlementJobs.class);
    }
}
