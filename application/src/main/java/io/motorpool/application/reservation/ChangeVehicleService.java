package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts a waiting reservation on another vehicle. */
public final class ChangeVehicleService implements ChangeVehicle {

    private static final Rule RULE = Rule.ofDriverOr("change-vehicle", Permission.RESERVE_FOR_OTHERS);

    private final ReservationSteps steps;
    private final SurroundingsReader surroundings;
    private final NextInLine nextInLine;
    private final Clock clock;

    public ChangeVehicleService(
            ReservationSteps steps, SurroundingsReader surroundings, NextInLine nextInLine, Clock clock) {
        this.steps = steps;
        this.surroundings = surroundings;
        this.nextInLine = nextInLine;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> change(ReservationChange change, VehicleId vehicle) {
        return steps.take(
                change,
                RULE,
                List.of(vehicle),
                stored -> Proceed.with(
                        stored.value().waitingFor(ReservationRefusal.Step.CHANGE_VEHICLE),
                        waiting -> around(waiting, vehicle).chain(found -> decide(stored, waiting, found))));
    }

    private Uni<Optional<Surroundings>> around(Reserved waiting, VehicleId vehicle) {
        return surroundings.around(
                vehicle, waiting.terms().driver(), waiting.terms().period());
    }

    private Uni<Decision<List<Step>, Refusal>> decide(
            Versioned<Reservation> stored, Reserved waiting, Optional<Surroundings> found) {
        return found.filter(around ->
                        around.vehicle().company().equals(waiting.terms().company()))
                .map(around -> onto(stored, waiting, around))
                .orElseGet(() -> Proceed.refused(new NotFound(Thing.VEHICLE)));
    }

    private Uni<Decision<List<Step>, Refusal>> onto(
            Versioned<Reservation> stored, Reserved waiting, Surroundings around) {
        return Proceed.with(
                waiting.changeVehicle(around, clock.instant()),
                changed -> nextInLine
                        .warned(new Step(stored, changed), around.schedule())
                        .map(step -> Decision.accept(List.of(step))));
    }
}
