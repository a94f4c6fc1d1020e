package io.motorpool.adapters.persistence.map;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.map.ZoneVehicles;
import io.motorpool.application.map.ZoneVehiclesContract;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresZoneVehiclesTest implements ZoneVehiclesContract, PostgresContract {

    @Inject
    ZoneVehicles vehicles;

    @Inject
    Zones zones;

    @Inject
    Reservations reservations;

    @Override
    public ZoneVehicles zoneVehicles() {
        return vehicles;
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

    @Override
    public Member given(Member member) {
        return new Given(this).member(member);
    }

    @Override
    public Reserved given(Reserved reservation) {
        if (!inTransaction(() -> reservations.add(reservation))) {
            throw new AssertionError("the time is taken");
        }
        return reservation;
    }
}
