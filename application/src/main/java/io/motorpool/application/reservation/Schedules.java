package io.motorpool.application.reservation;

import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;

/** The schedules of vehicles, as far as a decision looks into them. */
public interface Schedules {

    /** What falls into the period, and the reservation that has the vehicle out now, whenever it began. */
    Uni<VehicleSchedule> of(VehicleId vehicle, Period period);

    /** Until the unit of work ends, nobody else changes the plans of these vehicles. Two callers never wait for each other. */
    Uni<Void> lock(Collection<VehicleId> vehicles);

    /** A block by the division; reservations come through {@link Reservations}. */
    Uni<Optional<Occupancy.ByDivision>> findBlock(OccupancyId id);

    /** @return whether it was stored; if not, something else holds the vehicle by now */
    Uni<Boolean> addBlock(Occupancy.ByDivision block);

    /** @return whether it was still there */
    Uni<Boolean> removeBlock(OccupancyId id);
}
