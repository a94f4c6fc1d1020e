package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.reservation.ReservationCompanion.Booking;
import io.motorpool.application.reservation.ReservationCompanion.Sequel;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decides on what it sees, then claims. If somebody else was faster it looks again, which usually shows who and when;
 * so a loser learns what is in the way instead of that something is.
 */
public final class ReserveVehicleService implements ReserveVehicle {

    private static final int LOOKS = 3;

    private final UnitOfWork unitOfWork;
    private final SurroundingsReader surroundings;
    private final Reservations reservations;
    private final ReservationSteps steps;
    private final NextInLine nextInLine;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public ReserveVehicleService(
            UnitOfWork unitOfWork,
            SurroundingsReader surroundings,
            Reservations reservations,
            ReservationSteps steps,
            NextInLine nextInLine,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.surroundings = surroundings;
        this.reservations = reservations;
        this.steps = steps;
        this.nextInLine = nextInLine;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> reserve(Command command) {
        return unitOfWork.inTransaction(() -> attempt(command, LOOKS));
    }

    /** Behind a vehicle that is late, we look again once it cannot come back meanwhile: nobody is warned in vain. */
    private Uni<Decision<ReservationView, Refusal>> attempt(Command command, int looksLeft) {
        return look(
                command,
                around -> nextInLine.isLate(around.schedule())
                        ? nextInLine
                                .hold(command.vehicle())
                                .chain(() -> look(command, again -> decide(command, again, looksLeft)))
                        : decide(command, around, looksLeft));
    }

    private Uni<Decision<ReservationView, Refusal>> look(
            Command command, Function<Surroundings, Uni<Decision<ReservationView, Refusal>>> next) {
        return surroundings
                .around(command.vehicle(), command.driver(), command.period())
                .chain(found -> Proceed.with(permitted(command, found), next));
    }

    private static Decision<Surroundings, Refusal> permitted(Command command, Optional<Surroundings> found) {
        Permission needed = needed(command);
        return Permit.to(
                        command.caller(),
                        needed,
                        Thing.VEHICLE,
                        found,
                        around -> around.vehicle().company())
                .widened()
                .then(around -> needed == Permission.RESERVE_FOR_OTHERS && command.reason() == null
                        ? Decision.refuse(new ReservationRefusal.ReasonRequired())
                        : Decision.accept(around));
    }

    private static Permission needed(Command command) {
        return command.driver().equals(command.caller().user()) ? Permission.RESERVE : Permission.RESERVE_FOR_OTHERS;
    }

    private Uni<Decision<ReservationView, Refusal>> decide(Command command, Surroundings around, int looksLeft) {
        Instant now = clock.instant();
        ReservationTerms terms = new ReservationTerms(
                new ReservationId(nextId.get()),
                around.vehicle().company(),
                command.vehicle(),
                command.driver(),
                command.period(),
                around.vehicle().description().turnaround(),
                command.corporate(),
                now);
        return Proceed.with(
                Reservation.reserve(terms, around, now),
                reserved -> Proceed.with(
                        steps.consider(new Booking(reserved.reservation(), around, command.payWith(), now)),
                        sequel -> claim(command, around, reserved, sequel, looksLeft)));
    }

    private Uni<Decision<ReservationView, Refusal>> claim(
            Command command, Surroundings around, Changed<Reserved> reserved, Sequel sequel, int looksLeft) {
        return reservations.add(reserved.reservation()).chain(stored -> {
            if (stored) {
                return announce(command, around, reserved, sequel);
            }
            return looksLeft > 1
                    ? attempt(command, looksLeft - 1)
                    : Proceed.refused(new ReservationRefusal.Contended());
        });
    }

    private Uni<Decision<ReservationView, Refusal>> announce(
            Command command, Surroundings around, Changed<Reserved> reserved, Sequel sequel) {
        Deed deed =
                new Deed(command.caller(), needed(command), "reserve-vehicle", Optional.ofNullable(command.reason()));
        return steps.begin(deed, reserved)
                .call(sequel::carryOut)
                .chain(view -> nextInLine
                        .warning(reserved.reservation(), around.schedule())
                        .chain(found -> found.map(warning -> warn(deed, reserved, warning))
                                .orElseGet(() -> Uni.createFrom().item(view))))
                .map(Decision::accept);
    }

    private Uni<ReservationView> warn(Deed deed, Changed<Reserved> reserved, Changed<Reserved> warning) {
        Step step = new Step(new Versioned<>(reserved.reservation(), Version.FIRST), warning);
        return steps.store(deed, List.of(step)).map(List::getFirst);
    }
}
