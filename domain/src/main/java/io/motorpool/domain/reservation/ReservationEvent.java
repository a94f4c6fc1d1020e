package io.motorpool.domain.reservation;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about reservations and about vehicles that the division takes out of use. */
public sealed interface ReservationEvent extends DomainEvent.OfCompany {

    /** A fact about one reservation. */
    sealed interface OfReservation extends ReservationEvent {
        ReservationId reservation();

        @Override
        default UUID subject() {
            return reservation().value();
        }
    }

    /** A fact about one block of a vehicle. */
    sealed interface OfOccupancy extends ReservationEvent {
        OccupancyId occupancy();

        @Override
        default UUID subject() {
            return occupancy().value();
        }
    }

    record VehicleReserved(
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            UserId driver,
            Period period,
            Instant occurredAt)
            implements OfReservation {}

    record ReservationRescheduled(
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            Period before,
            Period after,
            Instant occurredAt)
            implements OfReservation {}

    record VehicleChanged(
            ReservationId reservation, CompanyId company, VehicleId before, VehicleId after, Instant occurredAt)
            implements OfReservation {}

    record ReservationCancelled(ReservationId reservation, CompanyId company, VehicleId vehicle, Instant occurredAt)
            implements OfReservation {}

    record ReservationStarted(
            ReservationId reservation, CompanyId company, VehicleId vehicle, Odometer odometer, Instant occurredAt)
            implements OfReservation {}

    /** A colleague drives on. Whoever pays stays the same. */
    record DriverChanged(
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            UserId before,
            UserId after,
            Instant occurredAt)
            implements OfReservation {}

    record VehicleReturned(
            ReservationId reservation, CompanyId company, VehicleId vehicle, Odometer odometer, Instant occurredAt)
            implements OfReservation {}

    record VehicleForceReturned(
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            @Nullable Odometer odometer,
            Instant occurredAt)
            implements OfReservation {}

    record DriverDidNotShow(ReservationId reservation, CompanyId company, VehicleId vehicle, Instant occurredAt)
            implements OfReservation {}

    /** @param keptUntil until when the vehicle keeps its place */
    record ReturnOverdue(
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            UserId driver,
            Instant keptUntil,
            Instant occurredAt)
            implements OfReservation {}

    /** What the driver of the next reservation is told, once. */
    record ReservationAtRisk(
            ReservationId reservation, CompanyId company, VehicleId vehicle, UserId driver, Instant occurredAt)
            implements OfReservation {}

    record ReservationRiskCleared(
            ReservationId reservation, CompanyId company, VehicleId vehicle, UserId driver, Instant occurredAt)
            implements OfReservation {}

    record ReservationAnnotated(ReservationId reservation, CompanyId company, VehicleId vehicle, Instant occurredAt)
            implements OfReservation {}

    record VehicleOccupied(
            OccupancyId occupancy,
            CompanyId company,
            VehicleId vehicle,
            Occupancy.ByDivision.Cause cause,
            Period period,
            Instant occurredAt)
            implements OfOccupancy {}

    record VehicleReleased(
            OccupancyId occupancy, CompanyId company, VehicleId vehicle, Period period, Instant occurredAt)
            implements OfOccupancy {}
}
