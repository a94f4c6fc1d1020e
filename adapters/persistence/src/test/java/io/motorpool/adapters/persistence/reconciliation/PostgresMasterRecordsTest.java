package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.reconciliation.MasterRecords;
import io.motorpool.application.reconciliation.MasterRecordsContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresMasterRecordsTest implements MasterRecordsContract, PostgresContract {

    private final Given given = new Given(this);

    @Inject
    MasterRecords records;

    @Inject
    Companies companies;

    @Inject
    Vehicles vehicles;

    @Inject
    Members members;

    @Override
    public MasterRecords records() {
        return records;
    }

    @Override
    public Companies companies() {
        return companies;
    }

    @Override
    public Vehicles vehicles() {
        return vehicles;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public ZoneId givenZone(CompanyId company) {
        return given.zone(company);
    }
}
