package io.motorpool.application.fleet;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.FleetRefusal.PlateTaken;
import io.motorpool.domain.fleet.FleetRefusal.VinTaken;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Vehicles in memory. Nobody waits for a lock here. */
public final class InMemoryVehicles implements Vehicles {

    private final VersionedMap<Vehicle> rows =
            new VersionedMap<>(vehicle -> vehicle.id().value(), Vehicle::company);

    @Override
    public Uni<Optional<Versioned<Vehicle>>> find(VehicleId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<Vehicle>>> lock(VehicleId id) {
        return find(id);
    }

    @Override
    public Uni<Decision<Version, FleetRefusal>> add(Vehicle vehicle) {
        return Uni.createFrom().item(() -> {
            synchronized (rows) {
                return alone(vehicle).map(rows::add);
            }
        });
    }

    @Override
    public Uni<Decision<Version, FleetRefusal>> save(Versioned<Vehicle> changed) {
        return Uni.createFrom().item(() -> {
            synchronized (rows) {
                return alone(changed.value()).map(_ -> rows.save(changed));
            }
        });
    }

    private Decision<Vehicle, FleetRefusal> alone(Vehicle vehicle) {
        if (vehicle.status() == VehicleStatus.RETIRED) {
            return Decision.accept(vehicle);
        }
        if (others(vehicle)
                .anyMatch(other ->
                        other.description().plate().equals(vehicle.description().plate()))) {
            return Decision.refuse(new PlateTaken());
        }
        return others(vehicle)
                        .anyMatch(other -> other.description()
                                .vin()
                                .equals(vehicle.description().vin()))
                ? Decision.refuse(new VinTaken())
                : Decision.accept(vehicle);
    }

    private Stream<Vehicle> others(Vehicle vehicle) {
        return inFleet().filter(Predicate.not(other -> other.id().equals(vehicle.id())));
    }

    /** How to get back to what is there now. */
    public Runnable snapshot() {
        return rows.snapshot();
    }

    public Stream<Vehicle> inFleet() {
        return rows.values().filter(vehicle -> vehicle.status() != VehicleStatus.RETIRED);
    }

    @Override
    public Uni<Page<Versioned<Vehicle>>> list(CompanyScope scope, Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(scope, _ -> true, page));
    }
}
