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
import io.motorpool.domain.shared.Versioned;
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

    /** A step after which the vehicle is no longer late: whoever follows is no longer at risk. */
    Uni<Decision<List<Step>, Refusal>> relievedBy(Decision<Step, Refusal> step) {
        return Proceed.with(step, taken -> {
            boolean wasLate = taken.before().value() instanceof InUse running && running.overdue();
            return wasLate ? together(taken, next -> next.clearRisk(clock.instant())) : Proceed.done(List.of(taken));
        });
    }

    /** A step that leaves the vehicle late: whoever follows soon is at risk. */
    Uni<Decision<List<Step>, Refusal>> threatenedBy(Step step) {
        return together(step, next -> next.flagAtRisk(clock.instant()));
    }

    private Uni<Decision<List<Step>, Refusal>> together(
            Step step, Function<Reserved, Optional<Changed<Reserved>>> effect) {
        ReservationTerms terms = step.before().value().terms();
        return ahead(terms)
                .chain(schedule -> follower(terms, schedule))
                .map(follower -> Decision.accept(Stream.concat(
                                Stream.of(step), follower.flatMap(next -> stepOf(next, effect)).stream())
                        .toList()));
    }

    private Uni<Optional<Versioned<Reservation>>> follower(ReservationTerms terms, VehicleSchedule schedule) {
        return schedule.occupancies().stream()
                .filter(Occupancy.ByReservation.class::isInstance)
                .map(Occupancy.ByReservation.class::cast)
                .filter(other -> !other.reservation().equals(terms.id()) && !other.inUse())
                .filter(other -> !other.period().start().isBefore(terms.period().end()))
                .findFirst()
                .map(next -> reservations.find(next.reservation()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Optional<Step> stepOf(
            Versioned<Reservation> stored, Function<Reserved, Optional<Changed<Reserved>>> effect) {
        return stored.value() instanceof Reserved waiting
                ? effect.apply(waiting).map(changed -> new Step(stored, changed))
                : Optional.empty();
    }
}
