package io.motorpool.domain.reconciliation;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What surrounded a legacy reservation at each of its changes. The others are taken as the legacy system had them, not as
 * Motorpool would have decided them: so one difference stays one, and does not drag others along.
 */
record ShadowWorld(LegacyNumber number, Map<LegacyNumber, History> histories, Masters masters) {

    /** Just before the change, for a reservation that is to be like this row. */
    Surroundings around(LegacyRow row, Position position, Instant at) {
        List<Other> others = othersBefore(position);
        Vehicle vehicle = Objects.requireNonNull(masters.vehicles().get(row.vehicle()));
        return new Surroundings(
                Objects.requireNonNull(masters.companies().get(row.company())),
                showing(vehicle, lastReading(row.vehicle(), position)),
                schedule(row.vehicle(), others, at),
                masters.members().get(new Masters.Membership(row.company(), row.driver())),
                agenda(row, others));
    }

    private record Other(LegacyNumber number, LegacyRow row) {}

    private List<Other> othersBefore(Position position) {
        return histories.values().stream()
                .filter(history -> !history.number().equals(number))
                .flatMap(history -> history.rowBefore(position).map(row -> new Other(history.number(), row)).stream())
                .sorted(Comparator.comparing(other -> other.number().value()))
                .toList();
    }

    private static Vehicle showing(Vehicle vehicle, Odometer reading) {
        return new Vehicle(
                vehicle.id(), vehicle.company(), vehicle.zone(), vehicle.description(), reading, vehicle.status());
    }

    /** The highest that the legacy system had noted for the vehicle until then: what it shows today came later. */
    private Odometer lastReading(VehicleId vehicle, Position position) {
        return histories.values().stream()
                .flatMap(history -> history.rowBefore(position).stream())
                .filter(row -> row.vehicle().equals(vehicle))
                .flatMap(row -> row.reading().stream())
                .max(Comparator.comparingInt(Odometer::km))
                .orElse(new Odometer(0));
    }

    private VehicleSchedule schedule(VehicleId vehicle, List<Other> others, Instant at) {
        Duration turnaround = Objects.requireNonNull(masters.vehicles().get(vehicle))
                .description()
                .turnaround();
        return new VehicleSchedule(
                vehicle,
                others.stream()
                        .filter(other -> other.row().vehicle().equals(vehicle))
                        .flatMap(other -> occupancy(other, turnaround, at).stream())
                        .toList());
    }

    private static Optional<Occupancy> occupancy(Other other, Duration turnaround, Instant at) {
        LegacyRow row = other.row();
        Period period = row.period();
        Instant clearAt = period.end().plus(turnaround);
        return switch (row.status()) {
            case RESERVED -> Optional.of(byReservation(other, clearAt, false));
            case IN_USE -> Optional.of(byReservation(other, clearAt, true));
            case RETURNED, FORCE_RETURNED -> cleaning(other, turnaround, at);
            case CANCELLED, NO_SHOW -> Optional.empty();
        };
    }

    private static Occupancy byReservation(Other other, Instant clearAt, boolean inUse) {
        LegacyRow row = other.row();
        return new Occupancy.ByReservation(
                other.number().shadow(),
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                row.period().end(),
                clearAt,
                inUse);
    }

    private static Optional<Occupancy> cleaning(Other other, Duration turnaround, Instant at) {
        LegacyRow row = other.row();
        Instant from = row.returnedAt();
        if (from == null || turnaround.isZero() || !from.plus(turnaround).isAfter(at)) {
            return Optional.empty();
        }
        return Optional.of(new Occupancy.ByTurnaround(
                other.number().shadow(), row.company(), row.vehicle(), new Period(from, from.plus(turnaround))));
    }

    private static DriverAgenda agenda(LegacyRow row, List<Other> others) {
        return new DriverAgenda(
                row.driver(),
                others.stream()
                        .filter(other -> other.row().driver().equals(row.driver())
                                && other.row().isActive())
                        .map(other -> new Engagement(
                                other.number().shadow(),
                                other.row().company(),
                                other.row().period()))
                        .toList());
    }
}
