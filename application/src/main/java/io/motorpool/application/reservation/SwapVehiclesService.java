package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Exchanges the vehicles of two waiting reservations of one company. */
public final class SwapVehiclesService implements SwapVehicles {

    private static final Rule RULE = Rule.ofSupport("swap-vehicles");

    private final UnitOfWork unitOfWork;
    private final ReservationSteps steps;
    private final Reservations reservations;
    private final SurroundingsReader surroundings;
    private final NextInLine nextInLine;
    private final Clock clock;

    public SwapVehiclesService(
            UnitOfWork unitOfWork,
            ReservationSteps steps,
            Reservations reservations,
            SurroundingsReader surroundings,
            NextInLine nextInLine,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.steps = steps;
        this.reservations = reservations;
        this.surroundings = surroundings;
        this.nextInLine = nextInLine;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> swap(ReservationChange change, ReservationId with) {
        return unitOfWork.inTransaction(() -> reservations
                .lock(List.of(change.reservation(), with), List.of())
                .chain(found -> Proceed.with(
                        steps.allow(change, RULE, pick(found, change.reservation())),
                        mine -> Proceed.with(
                                sameCompany(mine, pick(found, with)), theirs -> exchange(change, mine, theirs)))));
    }

    private static Optional<Versioned<Reservation>> pick(List<Versioned<Reservation>> found, ReservationId id) {
        return found.stream().filter(stored -> stored.value().id().equals(id)).findFirst();
    }

    private static Decision<Versioned<Reservation>, Refusal> sameCompany(
            Versioned<Reservation> mine, Optional<Versioned<Reservation>> theirs) {
        return theirs.filter(other -> other.value()
                        .terms()
                        .company()
                        .equals(mine.value().terms().company()))
                .<Decision<Versioned<Reservation>, Refusal>>map(Decision::accept)
                .orElseGet(() -> Decision.refuse(new NotFound(Thing.RESERVATION)));
    }

    private Uni<Decision<ReservationView, Refusal>> exchange(
            ReservationChange change, Versioned<Reservation> mine, Versioned<Reservation> theirs) {
        Deed deed = new Deed(
                change.caller(), Permission.SUPPORT_RESERVATIONS, RULE.action(), Optional.ofNullable(change.reason()));
        return Proceed.with(
                onto(mine, theirs),
                first -> Proceed.with(
                        onto(theirs, mine),
                        second -> nextInLine
                                .warned(List.of(first, second))
                                .chain(warned -> steps.store(deed, warned))
                                .map(views -> Decision.accept(views.getFirst()))));
    }

    /** The one reservation on the other's vehicle, as if the other had gone. */
    private Uni<Decision<Step, Refusal>> onto(Versioned<Reservation> moving, Versioned<Reservation> leaving) {
        return Proceed.with(
                moving.value().waitingFor(ReservationRefusal.Step.CHANGE_VEHICLE),
                waiting -> Proceed.with(
                        leaving.value().waitingFor(ReservationRefusal.Step.CHANGE_VEHICLE),
                        other -> surroundings
                                .around(
                                        other.terms().vehicle(),
                                        waiting.terms().driver(),
                                        waiting.terms().period())
                                .map(found -> found.orElseThrow(
                                        () -> new IllegalStateException("reservation without a vehicle")))
                                .map(around -> change(moving, waiting, withoutOther(around, other)))));
    }

    private Decision<Step, Refusal> change(Versioned<Reservation> stored, Reserved waiting, Surroundings around) {
        return waiting.changeVehicle(around, clock.instant()).widened().map(changed -> new Step(stored, changed));
    }

    private static Surroundings withoutOther(Surroundings around, Reserved other) {
        return new Surroundings(
                around.company(),
                around.vehicle(),
                around.schedule().without(new OccupancyId(other.id().value())),
                around.driver(),
                around.agenda());
    }
}
