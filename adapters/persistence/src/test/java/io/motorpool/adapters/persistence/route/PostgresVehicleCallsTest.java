package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.route.VehicleCalls;
import io.motorpool.application.route.VehicleCallsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresVehicleCallsTest implements VehicleCallsContract, OnPostgres {

    @Override
    public VehicleCalls calls() {
        return OnPostgres.port(VehicleCalls.class);
    }
}
