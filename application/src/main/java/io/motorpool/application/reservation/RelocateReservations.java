package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.reservation.OccupyVehicle.Command;
import io.motorpool.application.reservation.OccupyVehicle.Moved;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Relocation;
import io.motorpool.domain.reservation.Relocation.Displaced;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves reservations off a vehicle that the division takes out of use. Part of that unit of work. */
public final class RelocateReservations {

    private final Reservations reservations;
    private final Schedules schedules;
    private final SurroundingsReader surroundings;
    private final ReservationSteps steps;
    private final NextInLine nextInLine;
    private final Clock clock;

    public RelocateReservations(
            Reservations reservations,
            Schedules schedules,
            SurroundingsReader surroundings,
            ReservationSteps steps,
            NextInLine nextInLine,
            Clock clock) {
        this.reservations = reservations;
        this.schedules = schedules;
        this.surroundings = surroundings;
        this.steps = steps;
        this.nextInLine = nextInLine;
        this.clock = clock;
    }

    /**
     * All vehicles whose plans may change, at once and before anything is read: nobody waits for us halfway. The one in
     * question is told as it is from now on, since it may have left while we waited.
     */
    Uni<Versioned<Vehicle>> lockWhatMayChange(Command command) {
        return lock(command)
                .chain(() -> surroundings.vehicle(command.vehicle()))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("an owner without a vehicle")));
    }

    private Uni<Void> lock(Command command) {
        return command.relocate()
                ? surroundings.equalTo(command.vehicle()).chain(equal -> {
                    List<VehicleId> all = new ArrayList<>(equal);
                    all.add(command.vehicle());
                    return schedules.lock(all);
                })
                : schedules.lock(List.of(command.vehicle()));
    }

    /** Moves each to an equal vehicle, or none of them. */
    Uni<Decision<List<Moved>, Refusal>> away(Command command, List<ReservationId> inTheWay) {
        return Multi.createFrom()
                .iterable(inTheWay)
                .onItem()
                .transformToUniAndConcatenate(reservations::find)
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList())
                .chain(stored -> plan(command, stored));
    }

    private Uni<Decision<List<Moved>, Refusal>> plan(Command command, List<Versioned<Reservation>> stored) {
        return surroundings(stored)
                .chain(around -> surroundings
                        .equalTo(command.vehicle())
                        .chain(equal -> surroundings.candidates(equal, spanOf(stored)))
                        .chain(candidates -> Proceed.with(
                                Relocation.plan(
                                        around.getFirst().company(),
                                        displaced(stored, around),
                                        candidates,
                                        clock.instant()),
                                moves -> store(command, stored, moves))));
    }

    private Uni<List<Surroundings>> surroundings(List<Versioned<Reservation>> stored) {
        return Multi.createFrom()
                .iterable(stored)
                .onItem()
                .transformToUniAndConcatenate(each -> surroundings.around(
                        each.value().terms().vehicle(),
                        each.value().terms().driver(),
                        each.value().terms().period()))
                .collect()
                .asList()
                .map(found -> found.stream().map(Optional::orElseThrow).toList());
    }

    private static List<Displaced> displaced(List<Versioned<Reservation>> stored, List<Surroundings> around) {
        List<Displaced> displaced = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            displaced.add(new Displaced(
                    stored.get(i).value(), around.get(i).driver(), around.get(i).agenda()));
        }
        return displaced;
    }

    private static Period spanOf(List<Versioned<Reservation>> stored) {
        return stored.stream()
                .flatMap(each -> each.value().occupancy().stream())
                .map(occupancy -> occupancy.held())
                .reduce((one, other) ->
                        new Period(Period.earlier(one.start(), other.start()), Period.later(one.end(), other.end())))
                .orElseThrow();
    }

    private Uni<Decision<List<Moved>, Refusal>> store(
            Command command, List<Versioned<Reservation>> stored, List<Changed<Reserved>> moves) {
        Deed deed = new Deed(
                command.caller(), Permission.OCCUPY_VEHICLES, "relocate-reservation", Optional.of(command.reason()));
        List<Step> taken = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            taken.add(new Step(stored.get(i), moves.get(i)));
            moved.add(new Moved(
                    stored.get(i).value().id(),
                    stored.get(i).value().terms().vehicle(),
                    moves.get(i).reservation().terms().vehicle()));
        }
        return nextInLine
                .warned(taken)
                .chain(warned -> steps.store(deed, warned))
                .replaceWith(() -> Decision.accept(moved));
    }
}
