package io.motorpool.adapters.persistence.map;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.map.ZoneMarkers;
import io.motorpool.application.map.ZoneMarkersContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresZoneMarkersTest implements ZoneMarkersContract, PostgresContract {

    @Inject
    ZoneMarkers markers;

    @Inject
    Zones zones;

    @Override
    public ZoneMarkers markers() {
        return markers;
    }

    @Override
    public CompanyId givenCompany() {
        return new Given(this).company();
    }

    @Override
    public VirtualZone given(VirtualZone zone) {
        return inTransaction(() -> zones.add(zone).replaceWith(zone));
    }

    @Override
    public Vehicle given(Vehicle vehicle) {
        return new Given(this).vehicle(vehicle);
    }
}
