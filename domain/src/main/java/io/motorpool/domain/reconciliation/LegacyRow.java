package io.motorpool.domain.reconciliation;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as the legacy table holds it, in our words: its local times are instants, its free-text state is a status, its
 * ids are those that were migrated. What cannot be said in our words is an {@link Image.Unreadable}.
 *
 * @param startedAt absent while the vehicle waits, or where the legacy system did not note it
 */
public record LegacyRow(
        CompanyId company,
        VehicleId vehicle,
        UserId driver,
        Period period,
        boolean corporate,
        ReservationStatus status,
        @Nullable Instant startedAt,
        @Nullable Odometer startOdometer,
        @Nullable Instant returnedAt,
        @Nullable Odometer endOdometer) {

    /** Whether the vehicle or the driver is the same: only then can one be in the way of the other. */
    boolean concerns(LegacyRow other) {
        return vehicle.equals(other.vehicle) || driver.equals(other.driver);
    }

    /** From when until when it can hold its vehicle, but for a turnaround: its period, and the moment when it came back. */
    public Period span() {
        return returnedAt == null
                ? period
                : new Period(Period.earlier(period.start(), returnedAt), Period.later(period.end(), returnedAt));
    }

    /** Whether its driver has the vehicle. */
    public boolean isOut() {
        return status == ReservationStatus.IN_USE;
    }

    /** The highest that it says the vehicle has shown. */
    public Optional<Odometer> reading() {
        return Stream.of(Optional.ofNullable(startOdometer), Optional.ofNullable(endOdometer))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Odometer::km));
    }

    boolean isActive() {
        return status == ReservationStatus.RESERVED || status == ReservationStatus.IN_USE;
    }
}
