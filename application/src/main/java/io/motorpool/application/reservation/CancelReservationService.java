package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** Calls off what has not begun. */
public final class CancelReservationService implements CancelReservation {

    private static final Rule RULE = Rule.ofDriverOr("cancel-reservation", Permission.RESERVE_FOR_OTHERS);

    private final ReservationSteps steps;
    private final Clock clock;

    public CancelReservationService(ReservationSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> cancel(ReservationChange change) {
        return steps.take(change, RULE, stored -> Uni.createFrom().item(decide(stored)));
    }

    private Decision<List<Step>, Refusal> decide(Versioned<Reservation> stored) {
        return stored.value()
                .waitingFor(ReservationRefusal.Step.CANCEL)
                .widened()
                .map(waiting -> List.of(new Step(stored, waiting.cancel(clock.instant()))));
    }
}
