package io.motorpool.application.map;

import io.motorpool.application.fleet.InMemoryZones;
import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import java.util.List;

class InMemoryZoneVehiclesTest implements ZoneVehiclesContract, InMemoryContract {

    private final InMemoryZones zones = new InMemoryZones();
    private final AMotorpool motorpool = new AMotorpool(_ -> List.of());

    @Override
    public ZoneVehicles zoneVehicles() {
        return new InMemoryZoneVehicles(zones, motorpool.vehicles, motorpool.surroundings);
    }

    @Override
    public CompanyId givenCompany() {
        return motorpool.givenCompany();
    }

    @Override
    public VirtualZone given(VirtualZone zone) {
        return inTransaction(() -> zones.add(zone).replaceWith(zone));
    }

    @Override
    public Vehicle given(Vehicle vehicle) {
        return motorpool.given(vehicle);
    }

    @Override
    public Member given(Member member) {
        return motorpool.given(member);
    }

    @Override
    public Reserved given(Reserved reservation) {
        return motorpool.given(reservation);
    }
}
