package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The division takes a vehicle out of use for a while, and gives it back. */
public interface OccupyVehicle {

    Uni<Decision<Occupied, Refusal>> occupy(Command command);

    /** A block never changes: whoever names it has seen all there is, so there is no version to compare. */
    Uni<Decision<Occupancy.ByDivision, Refusal>> release(Caller caller, OccupancyId occupancy, Reason reason);

    /** What takes the vehicle's time within the period, whole entries in order. */
    Uni<Decision<List<Occupancy>, Refusal>> within(Caller caller, VehicleId vehicle, Period period);

    /**
     * @param seen the version of the vehicle that the caller decided on
     * @param relocate whether reservations in the way may be moved to equal vehicles
     */
    record Command(
            Caller caller,
            VehicleId vehicle,
            Version seen,
            Occupancy.ByDivision.Cause cause,
            Period period,
            boolean relocate,
            Reason reason) {}

    record Occupied(Occupancy.ByDivision occupancy, List<Moved> moved) {}

    /** A reservation that went to another vehicle. */
    record Moved(ReservationId reservation, VehicleId from, VehicleId to) {}
}
