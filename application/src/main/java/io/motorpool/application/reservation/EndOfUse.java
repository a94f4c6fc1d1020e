package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a return and a forced return have in common: the vehicle is there again, with what its dashboard shows. */
public final class EndOfUse {

    private final ReservationSteps steps;
    private final NextInLine nextInLine;
    private final Odometers odometers;
    private final Clock clock;

    public EndOfUse(ReservationSteps steps, NextInLine nextInLine, Odometers odometers, Clock clock) {
        this.steps = steps;
        this.nextInLine = nextInLine;
        this.odometers = odometers;
        this.clock = clock;
    }

    /** How the use ends. */
    interface Ending {
        Decision<Changed<? extends Reservation>, ReservationRefusal> of(
                InUse running, VehicleSchedule schedule, Instant now);
    }

    Uni<Decision<ReservationView, Refusal>> end(
            ReservationChange change,
            Rule rule,
            ReservationRefusal.Step step,
            @Nullable Odometer reading,
            Ending ending) {
        return steps.take(
                change,
                rule,
                stored -> Proceed.with(
                        stored.value().runningFor(step), running -> decide(stored, running, reading, ending)));
    }

    private Uni<Decision<List<Step>, Refusal>> decide(
            Versioned<Reservation> stored, InUse running, @Nullable Odometer reading, Ending ending) {
        return nextInLine.ahead(running.terms()).chain(schedule -> {
            Decision<Step, Refusal> step = ending.of(running, schedule, clock.instant())
                    .widened()
                    .map(changed -> new Step(stored, changed, () -> noteReading(running, reading)));
            return nextInLine.relievedBy(step);
        });
    }

    private Uni<Void> noteReading(InUse running, @Nullable Odometer reading) {
        return reading == null
                ? Uni.createFrom().voidItem()
                : odometers.record(running.terms().vehicle(), reading);
    }
}
