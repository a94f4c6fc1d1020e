package io.motorpool.application.reservation;

import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Relocation;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Gathers what a reservation is decided against, in as few questions as it takes. */
public interface SurroundingsReader {

    /** Empty when there is no such vehicle. The schedule and the agenda reach as far as the period does. */
    Uni<Optional<Surroundings>> around(VehicleId vehicle, UserId driver, Period period);

    /** Around a reservation as it stands; its vehicle is there, or the store is broken. */
    default Uni<Surroundings> around(ReservationTerms terms) {
        return around(terms.vehicle(), terms.driver(), terms.period())
                .map(found -> found.orElseThrow(() -> new IllegalStateException("reservation without a vehicle")));
    }

    /** One vehicle, for a decision about its schedule: as it is by then, whatever it was when somebody asked first. */
    Uni<Optional<Versioned<Vehicle>>> vehicle(VehicleId vehicle);

    /** Vehicles in service that serve as well as this one, the ones in the same zone first, at most 50. */
    Uni<List<VehicleId>> equalTo(VehicleId vehicle);

    /** The same vehicles, with what their schedules hold within the period. */
    Uni<List<Relocation.Candidate>> candidates(List<VehicleId> vehicles, Period period);
}
