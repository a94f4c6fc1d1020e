package io.motorpool.application.fleet;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.time.Instant;

class InMemoryFleetUseTest implements FleetUseContract, InMemoryContract {

    private final InMemoryVehicles vehicles = new InMemoryVehicles();
    private final InMemoryFleetUse use = new InMemoryFleetUse(vehicles);

    @Override
    public FleetUse use() {
        return use;
    }

    @Override
    public Vehicle givenVehicle() {
        return given(FleetFixtures.aVehicle(new CompanyId(Ids.next()), new ZoneId(Ids.next())));
    }

    @Override
    public void givenFormerVehicle(Vehicle beside) {
        Vehicle _ = given(FleetFixtures.retired(FleetFixtures.aVehicle(beside.company(), beside.zone())));
    }

    private Vehicle given(Vehicle vehicle) {
        inTransaction(() -> vehicles.add(vehicle).replaceWithVoid());
        return vehicle;
    }

    @Override
    public void givenReservation(VehicleId vehicle) {
        use.reserve(vehicle);
    }

    @Override
    public void givenBlock(VehicleId vehicle, Instant until) {
        use.block(vehicle, until);
    }

    @Override
    public void givenTurnaround(VehicleId vehicle, Instant until) {}
}
