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
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
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

    /** What lies ahead of a vehicle that is out: as far as a late return can matter. */
    Uni<VehicleSchedule> ahead(ReservationTerms terms) {
        Instant now = clock.instant();
        Instant from = Period.earlier(terms.period().start(), now);
        Instant until = Period.later(terms.period().end(), now).plus(ReservationPolicy.NEIGHBOUR_REACH);
        return schedules.of(terms.vehicle(), new Period(from, until));
    }

    /** A step after which the vehicle is no longer late: nobody who waits for it is at risk any more. */
    Uni<Decision<List<Step>, Refusal>> relievedBy(Decision<Step, Refusal> step) {
        return Proceed.with(
                step,
                taken -> taken.before().value() instanceof InUse running && running.overdue()
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
                .map(schedule -> schedule.occupancies().stream()
                        .filter(Occupancy.ByReservation.class::isInstance)
                        .map(Occupancy.ByReservation.class::cast)
                        .filter(other -> !other.reservation().equals(late.id()) && !other.inUse())
                        .filter(other ->
                                !other.period().start().isBefore(late.period().end()))
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
