package io.motorpool.domain.reservation;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that takes one vehicle's time. "No two occupancies overlap" is a rule between reservations and blocks, so
 * none of them can protect it alone: the schedule does (ADR-0006). It is loaded only as far as a decision looks.
 *
 * @param occupancies in order of their start
 */
public record VehicleSchedule(VehicleId vehicle, List<Occupancy> occupancies) {

    public VehicleSchedule {
        occupancies = occupancies.stream()
                .sorted(Comparator.comparing(occupancy -> occupancy.held().start()))
                .toList();
    }

    /** The schedule with this occupancy in it, in place of an earlier form of the same one. */
    public Decision<VehicleSchedule, ReservationRefusal> place(Occupancy occupancy) {
        return others(occupancy.id())
                .flatMap(other -> other.inTheWayOf(occupancy.held()).stream())
                .findFirst()
                .<Decision<VehicleSchedule, ReservationRefusal>>map(
                        taken -> refuse(new ReservationRefusal.VehicleTaken(taken.kind(), taken.period())))
                .orElseGet(() -> accept(with(occupancy)));
    }

    /** The schedule without the occupancy. */
    public VehicleSchedule without(OccupancyId id) {
        return new VehicleSchedule(vehicle, others(id).toList());
    }

    /** How far a stay from the one instant can reach: until the other, or to whatever holds the vehicle before. */
    public Instant roomFrom(Instant from, Instant until, OccupancyId except) {
        return others(except)
                .map(Occupancy::held)
                .filter(held -> held.end().isAfter(from))
                .findFirst()
                .map(next -> Period.later(from, Period.earlier(until, next.start())))
                .orElse(until);
    }

    /** A reservation, other than the one named, whose driver has the vehicle now. */
    public Optional<Occupancy.ByReservation> outWith(OccupancyId except) {
        return others(except)
                .filter(Occupancy.ByReservation.class::isInstance)
                .map(Occupancy.ByReservation.class::cast)
                .filter(Occupancy.ByReservation::inUse)
                .findFirst();
    }

    /** Whether somebody drives it. */
    public boolean isOut() {
        return reservations().anyMatch(Occupancy.ByReservation::inUse);
    }

    /** The reservation whose driver should have brought the vehicle back by now. */
    public Optional<Occupancy.ByReservation> lateAt(Instant now) {
        return reservations()
                .filter(Occupancy.ByReservation::inUse)
                .filter(out -> !out.period().end().isAfter(now))
                .findFirst();
    }

    /** The reservations that wait for a vehicle that is out until then, in order. */
    public List<Occupancy.ByReservation> waitingFrom(Instant end) {
        return reservations()
                .filter(other -> !other.inUse() && !other.period().start().isBefore(end))
                .toList();
    }

    /** The blocks whose whole time has passed since then: a vehicle that was out all the while has missed them. */
    public List<Occupancy.ByDivision> blocksBetween(Instant since, Instant now) {
        return occupancies.stream()
                .filter(Occupancy.ByDivision.class::isInstance)
                .map(Occupancy.ByDivision.class::cast)
                .filter(block -> !block.held().start().isBefore(since)
                        && !block.held().end().isAfter(now))
                .toList();
    }

    /** Whether the vehicle is late, and this reservation the first of those who wait for it. */
    public boolean isLateFor(Occupancy.ByReservation next, Instant now) {
        return lateAt(now)
                .flatMap(late ->
                        with(next).waitingFrom(late.period().end()).stream().findFirst())
                .filter(next::equals)
                .isPresent();
    }

    private Stream<Occupancy.ByReservation> reservations() {
        return occupancies.stream()
                .filter(Occupancy.ByReservation.class::isInstance)
                .map(Occupancy.ByReservation.class::cast);
    }

    /** What stands in the way within the period, in order: the explanation of why a vehicle is not free. */
    public List<Taken> takenWithin(Period period) {
        return occupancies.stream()
                .flatMap(occupancy -> occupancy.partsWithin(period))
                .toList();
    }

    /** The stretches of the period in which nothing holds the vehicle, in order. */
    public List<Period> freeWithin(Period period) {
        List<Period> free = new ArrayList<>();
        Instant from = period.start();
        for (Occupancy occupancy : occupancies) {
            if (occupancy.held().overlaps(period)) {
                if (from.isBefore(occupancy.held().start())) {
                    free.add(new Period(from, occupancy.held().start()));
                }
                from = Period.later(from, occupancy.held().end());
            }
        }
        if (from.isBefore(period.end())) {
            free.add(new Period(from, period.end()));
        }
        return List.copyOf(free);
    }

    /** The schedule with the occupancy beside the others, or in the place of what it was before. */
    public VehicleSchedule with(Occupancy occupancy) {
        return new VehicleSchedule(
                vehicle,
                Stream.concat(others(occupancy.id()), Stream.of(occupancy)).toList());
    }

    private Stream<Occupancy> others(OccupancyId id) {
        return occupancies.stream()
                .filter(Predicate.not(occupancy -> occupancy.id().equals(id)));
    }
}
