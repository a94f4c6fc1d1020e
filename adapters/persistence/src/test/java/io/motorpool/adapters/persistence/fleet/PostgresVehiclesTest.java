package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.fleet.VehiclesContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresVehiclesTest implements VehiclesContract, PostgresContract {

    private final Given given = new Given(this);

    @Inject
    Vehicles vehicles;

    @Override
    public Vehicles vehicles() {
        return vehicles;
    }

    @Override
    public CompanyId givenOwner() {
        return given.company();
    }

    @Override
    public ZoneId givenZone(CompanyId company) {
        return given.zone(company);
    }
}
