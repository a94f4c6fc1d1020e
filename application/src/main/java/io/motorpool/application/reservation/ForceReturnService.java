package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Takes the vehicle back without its driver. */
public final class ForceReturnService implements ForceReturn {

    private static final Rule RULE = Rule.ofSupport("force-return");

    private final EndOfUse endOfUse;

    public ForceReturnService(EndOfUse endOfUse) {
        this.endOfUse = endOfUse;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> forceReturn(ReservationChange change, @Nullable Odometer reading) {
        return endOfUse.end(
                change,
                RULE,
                Step.FORCE_RETURN,
                reading,
                (running, schedule, now) ->
                        running.forceReturn(reading, schedule, now).map(changed -> changed));
    }
}
