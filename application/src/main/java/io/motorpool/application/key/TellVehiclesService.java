package io.motorpool.application.key;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.key.Lanes.Taken;
import io.motorpool.application.key.VehicleControl.KeyAnswer;
import io.motorpool.application.reservation.Odometers;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.key.VehicleKey.Changed;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Three steps for each vehicle, as with the ERP (ADR-0036): a unit of work says that it is about to be told, then it is
 * told, then a unit of work says what came of it. Whoever dies in between leaves a lease behind; the next one gives the same
 * order again.
 *
 * <p>Vehicles are told side by side, so that a silent one holds up nobody; units of work come one after the other, because
 * those of one sweep share its context. A vehicle under lease is told by nobody else, so its orders arrive in their order.
 */
public final class TellVehiclesService implements TellVehicles {

    private static final int AT_A_TIME = 100;

    /** Fewer than can be reached at once, so that a driver at a door does not wait for vehicles that are silent. */
    static final int LANES = 24;

    private final UnitOfWork unitOfWork;
    private final VehicleKeys keys;
    private final KeyDesk desk;
    private final VehicleControl control;
    private final Odometers odometers;
    private final Clock clock;
    private final Lanes lanes = new Lanes(LANES);

    public TellVehiclesService(
            UnitOfWork unitOfWork,
            VehicleKeys keys,
            KeyDesk desk,
            VehicleControl control,
            Odometers odometers,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.desk = desk;
        this.control = control;
        this.odometers = odometers;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Integer, Refusal>> expireOffers(Caller caller) {
        return sweep(
                caller,
                now -> keys.offersOver(now, AT_A_TIME),
                found -> each(found, key -> expire(deed(caller, "expire-key-offer"), key)));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> tell(Caller caller) {
        return sweep(caller, now -> keys.due(now, LANES), found -> sideBySide(deed(caller, "tell-vehicle"), found));
    }

    private Uni<Decision<Integer, Refusal>> sweep(
            Caller caller,
            Function<Instant, Uni<List<VehicleKey>>> due,
            Function<List<VehicleKey>, Uni<Integer>> work) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                _ -> unitOfWork
                        .reading(() -> due.apply(clock.instant()))
                        .chain(found -> work.apply(found))
                        .map(Decision::accept));
    }

    /** One that fails holds up no other; the next sweep comes to it again. */
    private static Uni<Integer> each(List<VehicleKey> found, Function<VehicleKey, Uni<Boolean>> step) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(key -> orNothing(step.apply(key), false))
                .collect()
                .with(Collectors.summingInt(done -> done ? 1 : 0));
    }

    private static <T> Uni<T> orNothing(Uni<T> step, T nothing) {
        return step.onFailure(RuntimeException.class).recoverWithItem(nothing);
    }

    /** As many as there are lanes for, those that wait longest; the others are due at the next sweep. */
    private Uni<Integer> sideBySide(Deed deed, List<VehicleKey> found) {
        Taken taken = lanes.take(found.size());
        return begun(found.subList(0, taken.count()))
                .chain(errands -> told(deed, errands, taken))
                .onTermination()
                .invoke(taken::giveBackAll);
    }

    /** What we are to say to a vehicle. */
    private record Errand(VehicleKey seen, KeyOrder order) {}

    /** What the vehicle said to it. */
    private record Heard(Errand errand, KeyAnswer answer) {}

    private Uni<List<Errand>> begun(List<VehicleKey> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(key -> orNothing(begin(key), Optional.empty()))
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList();
    }

    private Uni<Integer> told(Deed deed, List<Errand> errands, Taken taken) {
        return Multi.createFrom()
                .iterable(errands)
                .onItem()
                .transformToUni(errand -> tell(errand, taken))
                .merge(LANES)
                .onItem()
                .transformToUniAndConcatenate(heard -> orNothing(heard(deed, heard), false))
                .collect()
                .with(Collectors.summingInt(done -> done ? 1 : 0));
    }

    private Uni<Heard> tell(Errand errand, Taken taken) {
        return control.obey(errand.order())
                .map(answer -> new Heard(errand, answer))
                .onTermination()
                .invoke(taken::giveBackOne);
    }

    private Uni<Boolean> expire(Deed deed, VehicleKey seen) {
        return unitOfWork.inTransaction(() -> keys.lock(seen.vehicle(), seen.company())
                .chain(stored -> store(deed, stored, stored.value().expire(clock.instant()))));
    }

    private Uni<Optional<Errand>> begin(VehicleKey seen) {
        return unitOfWork.inTransaction(() -> keys.lock(seen.vehicle(), seen.company())
                .chain(this::lease)
                .map(order -> order.map(given -> new Errand(seen, given))));
    }

    /** The order, for us alone as long as the lease lasts; empty when another node was faster. */
    private Uni<Optional<KeyOrder>> lease(Versioned<VehicleKey> stored) {
        Instant now = clock.instant();
        Optional<KeyOrder> order = stored.value().errand(now);
        return order.isEmpty()
                ? Uni.createFrom().item(order)
                : keys.save(stored.with(stored.value().asking(now)), List.of(), List.of())
                        .replaceWith(order);
    }

    private Uni<Boolean> heard(Deed deed, Heard heard) {
        VehicleKey seen = heard.errand().seen();
        KeyOrder order = heard.errand().order();
        return unitOfWork.inTransaction(() -> noteReading(order, heard.answer())
                .chain(() -> keys.lock(seen.vehicle(), seen.company()))
                .chain(stored -> heard(deed, stored, order, heard.answer())));
    }

    /** Before the key is locked, as a return does it, so that the two do not wait for each other. */
    private Uni<Void> noteReading(KeyOrder order, KeyAnswer answer) {
        return answer instanceof KeyAnswer.Done(var odometer)
                ? odometers.record(order.vehicle(), odometer)
                : Uni.createFrom().voidItem();
    }

    private Uni<Boolean> heard(Deed deed, Versioned<VehicleKey> stored, KeyOrder order, KeyAnswer answer) {
        Instant now = clock.instant();
        return switch (answer) {
            case KeyAnswer.Done(var odometer) ->
                store(deed, stored, stored.value().done(order, odometer, now));
            case KeyAnswer.NotDone _ ->
                store(deed, stored, stored.value().failed(order, now)).replaceWith(false);
        };
    }

    /** Whether there was something to store. */
    private Uni<Boolean> store(Deed deed, Versioned<VehicleKey> stored, Optional<Changed> changed) {
        return changed.map(it -> desk.store(deed, stored, it).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static Deed deed(Caller caller, String action) {
        return new Deed(caller, Permission.RUN_SWEEPS, action, Optional.empty());
    }
}
