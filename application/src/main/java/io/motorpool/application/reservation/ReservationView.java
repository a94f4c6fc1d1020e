package io.motorpool.application.reservation;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reservation as callers see it, in whatever state it is. What does not apply to the state is absent. */
public record ReservationView(
        ReservationId id,
        CompanyId company,
        VehicleId vehicle,
        UserId driver,
        Period period,
        ReservationStatus status,
        boolean corporate,
        boolean atRisk,
        boolean overdue,
        @Nullable Instant startedAt,
        @Nullable Odometer startOdometer,
        @Nullable Instant returnedAt,
        @Nullable Odometer endOdometer,
        Instant createdAt,
        Version version) {

    static ReservationView of(Versioned<? extends Reservation> stored) {
        Reservation reservation = stored.value();
        Reservation.Departure departure = departureOf(reservation);
        return new ReservationView(
                reservation.id(),
                reservation.terms().company(),
                reservation.terms().vehicle(),
                reservation.terms().driver(),
                reservation.terms().period(),
                reservation.status(),
                reservation.terms().corporate(),
                reservation instanceof Reservation.Reserved waiting && waiting.atRisk(),
                reservation instanceof Reservation.InUse running && running.overdue(),
                departure == null ? null : departure.at(),
                departure == null ? null : departure.odometer(),
                returnOf(reservation),
                readingOf(reservation),
                reservation.terms().createdAt(),
                stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("vehicle", vehicle.toString());
        facts.put("driver", driver.toString());
        facts.put("start", period.start().toString());
        facts.put("end", period.end().toString());
        facts.put("status", status.name());
        facts.put("atRisk", Boolean.toString(atRisk));
        facts.put("overdue", Boolean.toString(overdue));
        if (startOdometer != null) {
            facts.put("startOdometerKm", Integer.toString(startOdometer.km()));
        }
        if (endOdometer != null) {
            facts.put("endOdometerKm", Integer.toString(endOdometer.km()));
        }
        return facts;
    }

    private static Reservation.@Nullable Departure departureOf(Reservation reservation) {
        return switch (reservation) {
            case Reservation.InUse running -> running.departure();
            case Reservation.Returned returned -> returned.departure();
            case Reservation.ForceReturned forced -> forced.departure();
            case Reservation.Reserved _, Reservation.Cancelled _, Reservation.NoShow _ -> null;
        };
    }

    private static @Nullable Instant returnOf(Reservation reservation) {
        return switch (reservation) {
            case Reservation.Returned returned -> returned.returnedAt();
            case Reservation.ForceReturned forced -> forced.returnedAt();
            case Reservation.Reserved _, Reservation.InUse _, Reservation.Cancelled _, Reservation.NoShow _ -> null;
        };
    }

    private static @Nullable Odometer readingOf(Reservation reservation) {
        return switch (reservation) {
            case Reservation.Returned returned -> returned.odometer();
            case Reservation.ForceReturned forced -> forced.odometer();
            case Reservation.Reserved _, Reservation.InUse _, Reservation.Cancelled _, Reservation.NoShow _ -> null;
        };
    }
}
