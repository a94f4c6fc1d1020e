package io.motorpool.adapters.messaging;

import io.motorpool.adapters.messaging.Timestamp.Interval;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.ReservationEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told about reservations and about vehicles that the division takes out of use. */
final class ReservationFacts {

    private ReservationFacts() {}

    record VehicleReserved(UUID reservation, UUID company, UUID vehicle, UUID driver, Interval period) {}

    record ReservationRescheduled(UUID reservation, UUID company, UUID vehicle, Interval before, Interval after) {}

    record VehicleChanged(UUID reservation, UUID company, UUID before, UUID after) {}

    record ReservationCancelled(UUID reservation, UUID company, UUID vehicle) {}

    record ReservationStarted(UUID reservation, UUID company, UUID vehicle, int odometerKm) {}

    record DriverChanged(UUID reservation, UUID company, UUID vehicle, UUID before, UUID after) {}

    record VehicleReturned(UUID reservation, UUID company, UUID vehicle, int odometerKm) {}

    record VehicleForceReturned(
            UUID reservation,
            UUID company,
            UUID vehicle,
            @Nullable Integer odometerKm) {}

    record DriverDidNotShow(UUID reservation, UUID company, UUID vehicle) {}

    record ReturnOverdue(UUID reservation, UUID company, UUID vehicle, UUID driver, String keptUntil) {}

    record ReservationAtRisk(UUID reservation, UUID company, UUID vehicle, UUID driver) {}

    record ReservationRiskCleared(UUID reservation, UUID company, UUID vehicle, UUID driver) {}

    record ReservationAnnotated(UUID reservation, UUID company, UUID vehicle) {}

    record VehicleOccupied(UUID occupancy, UUID company, UUID vehicle, String cause, Interval period) {}

    record VehicleReleased(UUID occupancy, UUID company, UUID vehicle, Interval period) {}

    static Fact of(ReservationEvent event) {
        return switch (event) {
            case ReservationEvent.OfReservation it -> ofReservation(it);
            case ReservationEvent.OfOccupancy it -> ofOccupancy(it);
        };
    }

    private static Fact ofReservation(ReservationEvent.OfReservation event) {
        UUID reservation = event.reservation().value();
        UUID company = event.company().value();
        return switch (event) {
            case ReservationEvent.VehicleReserved it ->
                new Fact(
                        "reservation.vehicle-reserved.v1",
                        new VehicleReserved(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.driver().value(),
                                Timestamp.of(it.period())));
            case ReservationEvent.ReservationRescheduled it ->
                new Fact(
                        "reservation.reservation-rescheduled.v1",
                        new ReservationRescheduled(
                                reservation,
                                company,
                                it.vehicle().value(),
                                Timestamp.of(it.before()),
                                Timestamp.of(it.after())));
            case ReservationEvent.VehicleChanged it ->
                new Fact(
                        "reservation.vehicle-changed.v1",
                        new VehicleChanged(
                                reservation,
                                company,
                                it.before().value(),
                                it.after().value()));
            case ReservationEvent.ReservationCancelled it ->
                new Fact(
                        "reservation.reservation-cancelled.v1",
                        new ReservationCancelled(
                                reservation, company, it.vehicle().value()));
            case ReservationEvent.ReservationStarted it ->
                new Fact(
                        "reservation.reservation-started.v1",
                        new ReservationStarted(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.odometer().km()));
            case ReservationEvent.DriverChanged it ->
                new Fact(
                        "reservation.driver-changed.v1",
                        new DriverChanged(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.before().value(),
                                it.after().value()));
            case ReservationEvent.VehicleReturned it ->
                new Fact(
                        "reservation.vehicle-returned.v1",
                        new VehicleReturned(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.odometer().km()));
            case ReservationEvent.VehicleForceReturned it ->
                new Fact(
                        "reservation.vehicle-force-returned.v1",
                        new VehicleForceReturned(
                                reservation, company, it.vehicle().value(), km(it.odometer())));
            case ReservationEvent.DriverDidNotShow it ->
                new Fact(
                        "reservation.driver-did-not-show.v1",
                        new DriverDidNotShow(reservation, company, it.vehicle().value()));
            case ReservationEvent.ReturnOverdue it ->
                new Fact(
                        "reservation.return-overdue.v1",
                        new ReturnOverdue(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.driver().value(),
                                Timestamp.of(it.keptUntil())));
            case ReservationEvent.ReservationAtRisk it ->
                new Fact(
                        "reservation.reservation-at-risk.v1",
                        new ReservationAtRisk(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.driver().value()));
            case ReservationEvent.ReservationRiskCleared it ->
                new Fact(
                        "reservation.reservation-risk-cleared.v1",
                        new ReservationRiskCleared(
                                reservation,
                                company,
                                it.vehicle().value(),
                                it.driver().value()));
            case ReservationEvent.ReservationAnnotated it ->
                new Fact(
                        "reservation.reservation-annotated.v1",
                        new ReservationAnnotated(
                                reservation, company, it.vehicle().value()));
        };
    }

    private static Fact ofOccupancy(ReservationEvent.OfOccupancy event) {
        UUID occupancy = event.occupancy().value();
        UUID company = event.company().value();
        return switch (event) {
            case ReservationEvent.VehicleOccupied it ->
                new Fact(
                        "reservation.vehicle-occupied.v1",
                        new VehicleOccupied(
                                occupancy, company, it.vehicle().value(), word(it.cause()), Timestamp.of(it.period())));
            case ReservationEvent.VehicleReleased it ->
                new Fact(
                        "reservation.vehicle-released.v1",
                        new VehicleReleased(occupancy, company, it.vehicle().value(), Timestamp.of(it.period())));
        };
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }

    private static String word(Occupancy.ByDivision.Cause cause) {
        return switch (cause) {
            case MAINTENANCE -> "MAINTENANCE";
            case BLOCK -> "BLOCK";
        };
    }
}
