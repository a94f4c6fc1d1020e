package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.smallrye.mutiny.Uni;

/** Takes the vehicle back from its driver. */
public final class ReturnVehicleService implements ReturnVehicle {

    private static final Rule RULE = Rule.ofDriverOr("return-vehicle", Permission.SUPPORT_RESERVATIONS);

    private final EndOfUse endOfUse;

    public ReturnVehicleService(EndOfUse endOfUse) {
        this.endOfUse = endOfUse;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> bringBack(ReservationChange change, Odometer reading) {
        return endOfUse.end(
                change,
                RULE,
                Step.RETURN,
                reading,
                (running, schedule, now) ->
                        running.returnVehicle(reading, schedule, now).map(changed -> changed));
    }
}
