package io.motorpool.application.fleet;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** All vehicles, those that have left the fleet among them; a plate and a VIN may return only after they have. */
public interface Vehicles {

    Uni<Optional<Versioned<Vehicle>>> find(VehicleId id);

    /** For retiring it: until the unit of work ends, nothing new is reserved on it. */
    Uni<Optional<Versioned<Vehicle>>> lock(VehicleId id);

    /** Stores a new vehicle with an empty schedule, unless another one, of whatever company, has its plate or VIN. */
    Uni<Decision<Version, FleetRefusal>> add(Vehicle vehicle);

    /**
     * Stores what it has become, unless another one has its plate or VIN. What is as it was keeps its version. Fails with
     * {@link io.motorpool.application.shared.ContendedException} when it has changed since.
     */
    Uni<Decision<Version, FleetRefusal>> save(Versioned<Vehicle> changed);

    /** In order of their id. */
    Uni<Page<Versioned<Vehicle>>> list(CompanyScope scope, Page.Request page);
}
