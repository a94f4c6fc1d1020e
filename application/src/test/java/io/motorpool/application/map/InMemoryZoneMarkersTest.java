package io.motorpool.application.map;

import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.fleet.InMemoryZones;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;

class InMemoryZoneMarkersTest implements ZoneMarkersContract, InMemoryContract {

    private final InMemoryZones zones = new InMemoryZones();
    private final InMemoryVehicles vehicles = new InMemoryVehicles();

    @Override
    public ZoneMarkers markers() {
        return new InMemoryZoneMarkers(zones, vehicles);
    }

    @Override
    public CompanyId givenCompany() {
        return new CompanyId(Ids.next());
    }

    @Override
    public VirtualZone given(VirtualZone zone) {
        return inTransaction(() -> zones.add(zone).replaceWith(zone));
    }

    @Override
    public Vehicle given(Vehicle vehicle) {
        return inTransaction(() -> vehicles.add(vehicle).replaceWith(vehicle));
    }
}
