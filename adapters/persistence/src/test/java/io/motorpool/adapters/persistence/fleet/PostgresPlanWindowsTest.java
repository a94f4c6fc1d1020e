package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.fleet.PlanWindowsContract;
import io.motorpool.domain.fleet.Vehicle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresPlanWindowsTest implements PlanWindowsContract, PostgresContract {

    private final Given given = new Given(this);

    @Inject
    PlanWindows windows;

    @Override
    public PlanWindows windows() {
        return windows;
    }

    @Override
    public Vehicle givenVehicle() {
        return given.vehicle(given.company());
    }
}
