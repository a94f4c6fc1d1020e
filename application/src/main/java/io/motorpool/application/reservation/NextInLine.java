package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps the reservation that follows on a vehicle informed about whether the vehicle will be there. */
public final class NextInLine {

    private final Reservations reservations;
    private final Schedules schedules;
    private final Clock clock;

    public NextInLine(Reservations reservations, Schedules schedules, Clock clock) {
        this.reservations = reservations;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** What lies ahead of a vehicle that is out for this period: as far as a late return can matter. */
    Uni<VehicleSchedule> ahead(VehicleId vehicle, Period out) {
        Instant now = clock.instant();
        Instant from = Period.earlier(out.start(), now);
        Instant until = Period.later(out.end(), now).plus(ReservationPolicy.NEIGHBOUR_REACH);
        return schedules.of(vehicle, new Period(from, until));
    }

    Uni<VehicleSchedule> ahead(ReservationTerms terms) {
        return ahead(terms.vehicle(), terms.period());
    }

    boolean isLate(VehicleSchedule schedule) {
        return schedule.lateAt(clock.instant()).isPresent();
    }

    /** Until the unit of work ends, the vehicle does not come back: whoever gets in line behind it knows how it stands. */
    Uni<Void> hold(VehicleId vehicle) {
        return schedules.lock(List.of(vehicle));
    }

    /** A step that puts somebody behind a vehicle that is late already: the same step, with the warning. */
    Uni<Step> warned(Step step, VehicleSchedule seen) {
        return step.after().reservation() instanceof Reserved waiting
                ? warning(waiting, seen)
                        .map(found -> found.map(warning -> step.as(step.after().and(warning)))
                                .orElse(step))
                : Uni.createFrom().item(step);
    }

    /** The same for several who are put on other vehicles at once: each gets in line as it is when all have moved. */
    Uni<List<Step>> warned(List<Step> together) {
        return Multi.createFrom()
                .iterable(together)
                .onItem()
                .transformToUniAndConcatenate(step -> warned(step, together))
                .collect()
                .asList();
    }

    private Uni<Step> warned(Step step, List<Step> together) {
        return step.after().reservation() instanceof Reserved waiting
                ? ahead(waiting.terms())
                        .map(seen -> waiting.warnBehind(moved(seen, together), clock.instant())
                                .map(warning -> step.as(step.after().and(warning)))
                                .orElse(step))
                : Uni.createFrom().item(step);
    }

    private static VehicleSchedule moved(VehicleSchedule seen, List<Step> together) {
        VehicleSchedule left = together.stream()
                .map(step -> new OccupancyId(step.before().value().id().value()))
                .reduce(seen, VehicleSchedule::without, (one, _) -> one);
        return together.stream()
                .flatMap(step -> step.after().reservation().occupancy().stream())
                .filter(occupancy -> occupancy.vehicle().equals(seen.vehicle()))
                .reduce(left, VehicleSchedule::with, (one, _) -> one);
    }

    /** @param seen the schedule as far as a decision needed it, which shows the vehicle that is late */
    Uni<Optional<Changed<Reserved>>> warning(Reserved waiting, VehicleSchedule seen) {
        return seen.lateAt(clock.instant())
                .map(late ->
                        ahead(late.vehicle(), late.period()).map(ahead -> waiting.warnBehind(ahead, clock.instant())))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** A step after which the vehicle is no longer late: nobody who waits for it is at risk any more. */
    Uni<Decision<List<Step>, Refusal>> relievedBy(Decision<Step, Refusal> step) {
        return Proceed.with(
                step,
                taken -> taken.before().value() instanceof InUse running && running.isLateAt(clock.instant())
                        ? relieved(running.terms()).map(relieved -> Decision.accept(together(taken, relieved)))
                        : Proceed.done(List.of(taken)));
    }

    private Uni<List<Step>> relieved(ReservationTerms late) {
        return followers(late).chain(all -> each(all, next -> next.clearRisk(clock.instant())));
    }

    /** A vehicle stays away: whoever is next is at risk, if their time is near. */
    Uni<List<Step>> threatenedBy(ReservationTerms late) {
        return followers(late)
                .chain(all -> each(all.stream().limit(1).toList(), next -> next.flagAtRisk(clock.instant())));
    }

    /** The caller's own step comes first. */
    static List<Step> together(Step own, List<Step> others) {
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }

    private Uni<List<ReservationId>> followers(ReservationTerms late) {
        return ahead(late)
                .map(schedule -> schedule.waitingFrom(late.period().end()).stream()
                        .map(Occupancy.ByReservation::reservation)
                        .toList());
    }

    private Uni<List<Step>> each(List<ReservationId> ids, Function<Reserved, Optional<Changed<Reserved>>> effect) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(reservations::find)
                .collect()
                .asList()
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .flatMap(stored -> stepOf(stored, effect).stream())
                        .toList());
    }

    private static Optional<Step> stepOf(
            Versioned<Reservation> stored, Function<Reserved, Optional<Changed<Reserved>>> effect) {
        return stored.value() instanceof Reserved waiting
                ? effect.apply(waiting).map(changed -> new Step(stored, changed))
                : Optional.empty();
    }
}
