package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Hands the vehicle to its driver. */
public final class StartReservationService implements StartReservation {

    private static final Rule RULE = Rule.ofDriverOr("start-reservation", Permission.SUPPORT_RESERVATIONS);

    private final ReservationSteps steps;
    private final SurroundingsReader surroundings;
    private final Odometers odometers;
    private final Clock clock;

    public StartReservationService(
            ReservationSteps steps, SurroundingsReader surroundings, Odometers odometers, Clock clock) {
        this.steps = steps;
        this.surroundings = surroundings;
        this.odometers = odometers;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> start(ReservationChange change, Odometer reading) {
        return steps.take(
                change,
                RULE,
                stored -> Proceed.with(
                        stored.value().waitingFor(ReservationRefusal.Step.START),
                        waiting -> surroundings
                                .around(waiting.terms())
                                .chain(around -> hand(stored, waiting, reading, around))));
    }

    private Uni<Decision<List<Step>, Refusal>> hand(
            Versioned<Reservation> stored, Reserved waiting, Odometer reading, Surroundings around) {
        Supplier<Uni<Void>> noteReading = () -> odometers.record(waiting.terms().vehicle(), reading);
        return Uni.createFrom()
                .item(waiting.start(reading, around, clock.instant())
                        .widened()
                        .map(changed -> List.of(new Step(stored, changed, noteReading))));
    }
}
