package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.drivinglog.LogClosings;
import io.motorpool.application.drivinglog.LogClosingsContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLogClosingsTest implements LogClosingsContract, PostgresContract {

    @Inject
    LogClosings rows;

    @Override
    public LogClosings closings() {
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
