package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.application.reservation.VehicleOwnersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresVehicleOwnersTest implements VehicleOwnersContract, PostgresGround {

    @Inject
    VehicleOwners owners;

    @Override
    public VehicleOwners owners() {
        return owners;
    }
}
