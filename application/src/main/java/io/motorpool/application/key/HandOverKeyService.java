package io.motorpool.application.key;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.reservation.ReservationSteps;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.key.Recipient;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.key.VehicleKey.Changed;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the vehicle how it is before the unit of work begins, because a vehicle takes its time; what it says is good for
 * {@link io.motorpool.domain.key.KeyPolicy#STATE_OLDEST}. Then reservation and key are locked, in this order, and decided on
 * together. What the vehicle has to be told afterwards is in the key, and told by {@link TellVehicles}.
 */
public final class HandOverKeyService implements HandOverKey {

    private final UnitOfWork unitOfWork;
    private final Reservations reservations;
    private final SurroundingsReader surroundings;
    private final ReservationSteps steps;
    private final VehicleKeys keys;
    private final KeyDesk desk;
    private final VehicleControl control;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public HandOverKeyService(
            UnitOfWork unitOfWork,
            Reservations reservations,
            SurroundingsReader surroundings,
            ReservationSteps steps,
            VehicleKeys keys,
            KeyDesk desk,
            VehicleControl control,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.reservations = reservations;
        this.surroundings = surroundings;
        this.steps = steps;
        this.keys = keys;
        this.desk = desk;
        this.control = control;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** What a decision looks at, all of it locked but for the vehicle's word. */
    private record Ground(Versioned<Reservation> reservation, Versioned<VehicleKey> key, Recipient somebody) {}

    @Override
    public Uni<Decision<HandOver, Refusal>> offer(Caller caller, ReservationId reservation, UserId recipient) {
        return Proceed.with(
                unitOfWork.reading(() -> reservations.find(reservation).map(found -> driven(caller, found))),
                driven -> resting(
                        driven.terms().vehicle(),
                        state -> locked(
                                reservation,
                                recipient,
                                ground -> Proceed.with(
                                        driven(caller, Optional.of(ground.reservation())),
                                        _ -> offer(caller, ground, state)))));
    }

    /** The reservation, if the caller drives it: nobody else's key can be offered. */
    private static Decision<Reservation, Refusal> driven(Caller caller, Optional<Versioned<Reservation>> found) {
        return Permit.to(
                        caller,
                        Permission.USE_KEYS,
                        Thing.RESERVATION,
                        found.map(Versioned::value)
                                .filter(it -> it.terms().driver().equals(caller.user())),
                        it -> it.terms().company())
                .widened();
    }

    private Uni<Decision<HandOver, Refusal>> offer(Caller caller, Ground ground, VehicleState state) {
        return Proceed.with(
                ground.key()
                        .value()
                        .offer(new HandOverId(nextId.get()), caller.user(), ground.somebody(), state, clock.instant()),
                changed -> store(deed(caller, "offer-key"), ground.key(), changed));
    }

    @Override
    public Uni<Decision<HandOver, Refusal>> accept(Caller caller, HandOverId handOver) {
        return Proceed.with(
                unitOfWork.reading(() -> found(caller, handOver, HandOver.Terms::recipient)),
                asked -> resting(
                        asked.terms().vehicle(),
                        state -> locked(
                                asked.terms().reservation(),
                                caller.user(),
                                ground -> accept(caller, asked, ground, state))));
    }

    private Uni<Decision<HandOver, Refusal>> accept(Caller caller, HandOver asked, Ground ground, VehicleState state) {
        Deed deed = deed(caller, "accept-key");
        return Proceed.with(
                ground.key()
                        .value()
                        .takeOver(asked, new KeyGrantId(nextId.get()), ground.somebody(), state, clock.instant()),
                taken -> steps.changeDriver(deed, ground.reservation(), taken.reservation())
                        .chain(() -> store(deed, ground.key(), taken.key())));
    }

    @Override
    public Uni<Decision<HandOver, Refusal>> decline(Caller caller, HandOverId handOver) {
        return answer(
                caller,
                handOver,
                HandOver.Terms::recipient,
                "decline-key",
                (key, asked) -> key.decline(asked, clock.instant()));
    }

    @Override
    public Uni<Decision<HandOver, Refusal>> withdraw(Caller caller, HandOverId handOver) {
        return answer(
                caller,
                handOver,
                HandOver.Terms::giver,
                "withdraw-key",
                (key, asked) -> key.withdraw(asked, clock.instant()));
    }

    @Override
    public Uni<Decision<HandOver, Refusal>> recall(Caller caller, HandOverId handOver, Reason reason) {
        Deed deed = new Deed(caller, Permission.SUPPORT_KEYS, "recall-key", Optional.of(reason));
        return Proceed.with(
                unitOfWork.reading(() -> keys.handOver(handOver)
                        .map(found -> Permit.to(
                                caller,
                                Permission.SUPPORT_KEYS,
                                Thing.HAND_OVER,
                                found,
                                it -> it.terms().company()))),
                asked -> locked(
                        asked.terms().reservation(), asked.terms().giver(), ground -> recall(deed, asked, ground)));
    }

    private Uni<Decision<HandOver, Refusal>> recall(Deed deed, HandOver asked, Ground ground) {
        return Proceed.with(
                ground.key().value().recall(asked, new KeyGrantId(nextId.get()), ground.somebody(), clock.instant()),
                recalled -> driverBack(deed, ground, recalled.reservation())
                        .chain(() -> store(deed, ground.key(), recalled.key())));
    }

    private Uni<Void> driverBack(Deed deed, Ground ground, Reservation.@Nullable Changed<InUse> changed) {
        return changed == null ? Uni.createFrom().voidItem() : steps.changeDriver(deed, ground.reservation(), changed);
    }

    /** An answer that concerns the key alone. */
    private interface KeyStep {
        Decision<Changed, KeyRefusal> of(VehicleKey key, HandOver asked);
    }

    private Uni<Decision<HandOver, Refusal>> answer(
            Caller caller, HandOverId handOver, Function<HandOver.Terms, UserId> who, String action, KeyStep step) {
        return unitOfWork.inTransaction(() -> Proceed.with(
                found(caller, handOver, who),
                asked -> keys.lock(asked.terms().vehicle(), asked.terms().company())
                        .chain(key -> Proceed.with(
                                step.of(key.value(), asked), changed -> store(deed(caller, action), key, changed)))));
    }

    /** To anybody but the two whom it concerns there is no such hand-over. */
    private Uni<Decision<HandOver, Refusal>> found(
            Caller caller, HandOverId handOver, Function<HandOver.Terms, UserId> who) {
        return keys.handOver(handOver)
                .map(found -> Permit.to(
                                caller,
                                Permission.USE_KEYS,
                                Thing.HAND_OVER,
                                found.filter(it -> who.apply(it.terms()).equals(caller.user())),
                                it -> it.terms().company())
                        .widened());
    }

    private Uni<Decision<HandOver, Refusal>> resting(
            VehicleId vehicle, Function<VehicleState, Uni<Decision<HandOver, Refusal>>> next) {
        return control.state(vehicle)
                .chain(state -> state.map(next).orElseGet(() -> Proceed.refused(new KeyRefusal.VehicleNotReachable())));
    }

    private Uni<Decision<HandOver, Refusal>> locked(
            ReservationId reservation, UserId somebody, Function<Ground, Uni<Decision<HandOver, Refusal>>> next) {
        return unitOfWork.inTransaction(() -> reservations
                .lock(List.of(reservation), List.of())
                .chain(found -> found.isEmpty()
                        ? Proceed.refused(new NotFound(Thing.RESERVATION))
                        : Proceed.with(
                                found.getFirst().value().runningFor(Step.HAND_OVER),
                                running -> ground(found.getFirst(), running, somebody)
                                        .chain(next::apply))));
    }

    private Uni<Ground> ground(Versioned<Reservation> reservation, InUse running, UserId somebody) {
        VehicleId vehicle = running.terms().vehicle();
        return surroundings
                .around(vehicle, somebody, running.terms().period())
                .map(found -> found.orElseThrow(() -> new IllegalStateException("reservation without a vehicle")))
                .chain(around -> keys.lock(vehicle, running.terms().company())
                        .map(key -> new Ground(reservation, key, new Recipient(somebody, running, around))));
    }

    private Uni<Decision<HandOver, Refusal>> store(Deed deed, Versioned<VehicleKey> key, Changed changed) {
        return desk.store(deed, key, changed)
                .replaceWith(() -> Decision.accept(changed.handOvers().getLast()));
    }

    private static Deed deed(Caller caller, String action) {
        return new Deed(caller, Permission.USE_KEYS, action, Optional.empty());
    }
}
