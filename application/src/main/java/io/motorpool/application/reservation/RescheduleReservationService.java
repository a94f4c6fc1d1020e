package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** Moves, extends and shortens. */
public final class RescheduleReservationService implements RescheduleReservation {

    private static final Rule RULE = Rule.ofDriverOr("reschedule-reservation", Permission.RESERVE_FOR_OTHERS);

    private final ReservationSteps steps;
    private final SurroundingsReader surroundings;
    private final NextInLine nextInLine;
    private final Clock clock;

    public RescheduleReservationService(
            ReservationSteps steps, SurroundingsReader surroundings, NextInLine nextInLine, Clock clock) {
        this.steps = steps;
        this.surroundings = surroundings;
        this.nextInLine = nextInLine;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> reschedule(ReservationChange change, Period period) {
        return steps.take(change, RULE, stored -> {
            ReservationTerms terms = stored.value().terms();
            return surroundings
                    .around(terms.vehicle(), terms.driver(), period)
                    .map(found -> found.orElseThrow(() -> new IllegalStateException("reservation without a vehicle")))
                    .chain(around -> decide(stored, period, around));
        });
    }

    private Uni<Decision<List<Step>, Refusal>> decide(
            Versioned<Reservation> stored, Period period, Surroundings around) {
        Decision<Step, Refusal> step = stored.value()
                .rescheduled(period, around, clock.instant())
                .widened()
                .map(changed -> new Step(stored, changed));
        return Proceed.with(
                step,
                taken -> nextInLine
                        .warned(taken, around.schedule())
                        .chain(warned -> nextInLine.relievedBy(Decision.accept(warned))));
    }
}
