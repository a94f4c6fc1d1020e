package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Between rows and the model. */
final class ReservationMapper {

    private ReservationMapper() {}

    static Versioned<Reservation> toDomain(ReservationRow row) {
        return new Versioned<>(stateOf(row), new Version(row.version));
    }

    private static Reservation stateOf(ReservationRow row) {
        ReservationTerms terms = termsOf(row);
        return switch (row.status) {
            case RESERVED -> new Reservation.Reserved(terms, row.atRisk, row.noShowFrom);
            case IN_USE -> new Reservation.InUse(terms, departureOf(row), row.keptUntil);
            case RETURNED ->
                new Reservation.Returned(
                        terms, departureOf(row), row.endedAt, new Odometer(row.endOdometerKm), row.clearAt);
            case FORCE_RETURNED ->
                new Reservation.ForceReturned(
                        terms, departureOf(row), row.endedAt, odometer(row.endOdometerKm), row.clearAt);
            case CANCELLED -> new Reservation.Cancelled(terms, row.endedAt);
            case NO_SHOW -> new Reservation.NoShow(terms, row.endedAt);
        };
    }

    private static ReservationTerms termsOf(ReservationRow row) {
        return new ReservationTerms(
                new ReservationId(row.id),
                new CompanyId(row.companyId),
                new VehicleId(row.vehicleId),
                new UserId(row.driverId),
                new Period(row.startAt, row.endAt),
                Duration.ofMinutes(row.turnaroundMinutes),
                row.corporate,
                row.createdAt);
    }

    private static Departure departureOf(ReservationRow row) {
        return new Departure(row.startedAt, new Odometer(row.startOdometerKm));
    }

    static ReservationRow toRow(Versioned<? extends Reservation> stored) {
        ReservationRow row = new ReservationRow();
        ReservationTerms terms = stored.value().terms();
        row.id = terms.id().value();
        row.version = stored.version().value();
        row.companyId = terms.company().value();
        row.vehicleId = terms.vehicle().value();
        row.driverId = terms.driver().value();
        row.startAt = terms.period().start();
        row.endAt = terms.period().end();
        row.turnaroundMinutes = (int) terms.turnaround().toMinutes();
        row.corporate = terms.corporate();
        row.createdAt = terms.createdAt();
        row.status = stored.value().status();
        switch (stored.value()) {
            case Reservation.Reserved waiting -> {
                row.atRisk = waiting.atRisk();
                row.noShowFrom = waiting.noShowFrom();
            }
            case Reservation.InUse running -> {
                depart(row, running.departure());
                row.keptUntil = running.keptUntil();
            }
            case Reservation.Returned returned -> {
                depart(row, returned.departure());
                row.endedAt = returned.returnedAt();
                row.endOdometerKm = returned.odometer().km();
                row.clearAt = returned.clearAt();
            }
            case Reservation.ForceReturned forced -> {
                depart(row, forced.departure());
                row.endedAt = forced.returnedAt();
                row.endOdometerKm = km(forced.odometer());
                row.clearAt = forced.clearAt();
            }
            case Reservation.Cancelled cancelled -> row.endedAt = cancelled.cancelledAt();
            case Reservation.NoShow noShow -> row.endedAt = noShow.markedAt();
        }
        return row;
    }

    private static void depart(ReservationRow row, Departure departure) {
        row.startedAt = departure.at();
        row.startOdometerKm = departure.odometer().km();
    }

    /** What {@link #view} reads, for a table that is called {@code r}. */
    static final String VIEW_COLUMNS = """
            r.id, r.company_id, r.vehicle_id, r.driver_id, r.start_at, r.end_at, r.status, r.corporate, r.at_risk, \
            r.kept_until IS NOT NULL, r.started_at, r.start_odometer_km, \
            CASE WHEN r.status IN ('RETURNED', 'FORCE_RETURNED') THEN r.ended_at END, r.end_odometer_km, r.created_at, \
            r.version""";

    static ReservationView view(Columns columns) {
        return new ReservationView(
                new ReservationId(columns.uuid()),
                new CompanyId(columns.uuid()),
                new VehicleId(columns.uuid()),
                new UserId(columns.uuid()),
                new Period(columns.instant(), columns.instant()),
                columns.constant(ReservationStatus.class),
                columns.flag(),
                columns.flag(),
                columns.flag(),
                columns.instantOrNull(),
                odometer(columns.numberOrNull()),
                columns.instantOrNull(),
                odometer(columns.numberOrNull()),
                columns.instant(),
                new Version(columns.longNumber()));
    }

    private static @Nullable Odometer odometer(@Nullable Integer km) {
        return km == null ? null : new Odometer(km);
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }
}
