package io.motorpool.application.reservation;

import io.motorpool.application.fleet.Vehicles;
import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;

/** Keeps the last reading with the vehicle, in memory. */
final class InMemoryOdometers implements Odometers {

    private final Vehicles vehicles;

    InMemoryOdometers(Vehicles vehicles) {
        this.vehicles = vehicles;
    }

    @Override
    public Uni<Void> record(VehicleId vehicle, Odometer reading) {
        return vehicles.find(vehicle).chain(found -> record(found.orElseThrow(), reading));
    }

    private Uni<Void> record(Versioned<Vehicle> stored, Odometer reading) {
        Decision<Vehicle, FleetRefusal> driven = stored.value().drivenTo(reading);
        return driven.fold(
                changed -> vehicles.save(stored.with(changed)).replaceWithVoid(),
                _ -> Uni.createFrom().voidItem());
    }
}
