package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Representation;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reservation as callers see it. */
@Schema(name = "Reservation")
record ReservationBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID company,
        @Schema(required = true) UUID vehicle,
        @Schema(required = true) UUID driver,
        @Schema(required = true) Instant start,
        @Schema(required = true) Instant end,
        @Schema(required = true) ReservationStatus status,

        @Schema(required = true, description = "Whether the trip is business travel")
        boolean corporate,

        @Schema(required = true, description = "The vehicle is late from the reservation before")
        boolean atRisk,

        @Schema(required = true, description = "The vehicle is not back in time")
        boolean overdue,

        @Nullable Instant startedAt,
        @Nullable Integer startOdometerKm,
        @Nullable Instant returnedAt,
        @Nullable Integer endOdometerKm,
        @Schema(required = true) Instant createdAt) {

    static final Representation<ReservationView> RESERVATIONS = new Representation<>(
            "/api/v1/reservations", ReservationView::id, ReservationView::version, ReservationBody::of);

    static ReservationBody of(ReservationView view) {
        return new ReservationBody(
                view.id().value(),
                view.company().value(),
                view.vehicle().value(),
                view.driver().value(),
                view.period().start(),
                view.period().end(),
                view.status(),
                view.corporate(),
                view.atRisk(),
                view.overdue(),
                view.startedAt(),
                km(view.startOdometer()),
                view.returnedAt(),
                km(view.endOdometer()),
                view.createdAt());
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }
}
