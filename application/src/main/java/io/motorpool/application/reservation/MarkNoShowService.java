package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** Closes a reservation whose driver did not come. */
public final class MarkNoShowService implements MarkNoShow {

    private static final Rule RULE = Rule.ofSupport("mark-no-show");

    private final ReservationSteps steps;
    private final SurroundingsReader surroundings;
    private final Clock clock;

    public MarkNoShowService(ReservationSteps steps, SurroundingsReader surroundings, Clock clock) {
        this.steps = steps;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> markNoShow(ReservationChange change) {
        return steps.take(
                change,
                RULE,
                stored -> Proceed.with(
                        stored.value().waitingFor(ReservationRefusal.Step.MARK_NO_SHOW),
                        waiting ->
                                surroundings.around(waiting.terms()).map(around -> decide(stored, waiting, around))));
    }

    private Decision<List<Step>, Refusal> decide(Versioned<Reservation> stored, Reserved waiting, Surroundings around) {
        return waiting.lapse(around, clock.instant()).widened().map(changed -> List.of(new Step(stored, changed)));
    }
}
