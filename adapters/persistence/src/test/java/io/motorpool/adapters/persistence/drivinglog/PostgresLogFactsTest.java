package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.drivinglog.LogFacts;
import io.motorpool.application.drivinglog.LogFactsContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLogFactsTest implements LogFactsContract, PostgresContract {

    @Inject
    LogFacts rows;

    @Override
    public LogFacts facts() {
        return rows;
    }

    @Override
    public CompanyId givenCompany() {
        return new Given(this).company();
    }

    @Override
    public VehicleId givenVehicle(CompanyId company) {
        return new Given(this).vehicle(company).id();
    }
}
