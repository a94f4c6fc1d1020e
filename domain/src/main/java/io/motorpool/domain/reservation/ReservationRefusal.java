package io.motorpool.domain.reservation;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a reservation, or a change of one, is declined. */
public sealed interface ReservationRefusal extends Refusal {

    /** Something else holds the vehicle. It is said what and when, never for whom. */
    record VehicleTaken(OccupancyKind kind, Period inTheWay) implements ReservationRefusal {}

    /** The driver has another vehicle at that time (P17). The period is absent when it is another company's affair. */
    record DriverBusy(@Nullable Period inTheWay) implements ReservationRefusal {}

    /** Start and end lie on the grid (P4). */
    record OffGrid(Duration grid) implements ReservationRefusal {}

    record TooShort(Duration shortest) implements ReservationRefusal {}

    record TooLong(Duration longest) implements ReservationRefusal {}

    record StartInThePast(Instant earliest) implements ReservationRefusal {}

    record EndInThePast(Instant now) implements ReservationRefusal {}

    record BeyondHorizon(Instant latest) implements ReservationRefusal {}

    /** The vehicle is in maintenance or has left the fleet. */
    record VehicleNotInService(VehicleStatus status) implements ReservationRefusal {}

    /** The person cannot drive this vehicle for this period. */
    record DriverNotEligible(Lack lack) implements ReservationRefusal {}

    /** What a driver lacks. */
    enum Lack {
        NOT_A_MEMBER,
        NO_LICENCE,
        LICENCE_EXPIRES,
        LICENCE_CLASS
    }

    /** The company has left. */
    record CompanyNotActive() implements ReservationRefusal {}

    /** The life cycle offers no such step from here. */
    record NotPossibleNow(ReservationStatus status, Step step) implements ReservationRefusal {}

    /** What was to be done to a reservation. */
    enum Step {
        RESCHEDULE,
        CHANGE_VEHICLE,
        CANCEL,
        START,
        RETURN,
        FORCE_RETURN,
        MARK_NO_SHOW,
        RECORD_LATE_RETURN,
        HAND_OVER
    }

    /** A vehicle that is being driven keeps its start. */
    record StartIsFixed(Instant start) implements ReservationRefusal {}

    /** The vehicle is handed over only within the reserved period. */
    record OutsideReservedPeriod(Period reserved) implements ReservationRefusal {}

    /** The one before has not brought the vehicle back. */
    record VehicleStillOut() implements ReservationRefusal {}

    record OdometerRunsBackwards(int reading, int last) implements ReservationRefusal {}

    /** Acting for somebody else needs a reason code. */
    record ReasonRequired() implements ReservationRefusal {}

    /** The driver still has time to come. */
    record NoShowTooEarly(Instant from) implements ReservationRefusal {}

    /** The vehicle is not late. */
    record NotOverdue(Instant end) implements ReservationRefusal {}

    /** The vehicle is the one already reserved. */
    record SameVehicle() implements ReservationRefusal {}

    /** Reservations stand where the vehicle is to be taken out of use; they can be relocated on demand. */
    record ReservationsInTheWay(List<ReservationId> reservations) implements ReservationRefusal {
        public ReservationsInTheWay {
            reservations = List.copyOf(reservations);
        }
    }

    /** No equal vehicle is free for these reservations, or they are running: somebody has to act on each. */
    record NotRelocatable(List<ReservationId> reservations) implements ReservationRefusal {
        public NotRelocatable {
            reservations = List.copyOf(reservations);
        }
    }

    /** Others kept changing the same schedule at the same moment; asking again is safe. */
    record Contended() implements ReservationRefusal {}
}
