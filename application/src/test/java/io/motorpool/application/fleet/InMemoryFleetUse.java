package io.motorpool.application.fleet;

import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What rests on vehicles, as the test says, and on zones, as the vehicles are. */
public final class InMemoryFleetUse implements FleetUse {

    private record Held(VehicleId vehicle, Instant until) {}

    private final InMemoryVehicles vehicles;
    private final List<Held> occupancies = new CopyOnWriteArrayList<>();

    public InMemoryFleetUse(InMemoryVehicles vehicles) {
        this.vehicles = vehicles;
    }

    /** A reservation holds the vehicle until it is ended. */
    public void reserve(VehicleId vehicle) {
        occupancies.add(new Held(vehicle, Instant.MAX));
    }

    public void block(VehicleId vehicle, Instant until) {
        occupancies.add(new Held(vehicle, until));
    }

    @Override
    public Uni<Long> occupancies(VehicleId vehicle, Instant now) {
        return Uni.createFrom()
                .item(() -> occupancies.stream()
                        .filter(held ->
                                held.vehicle().equals(vehicle) && held.until().isAfter(now))
                        .count());
    }

    @Override
    public Uni<Long> vehicles(ZoneId zone) {
        return Uni.createFrom()
                .item(() -> vehicles.inFleet()
                        .filter(vehicle -> vehicle.zone().equals(zone))
                        .count());
    }
}
