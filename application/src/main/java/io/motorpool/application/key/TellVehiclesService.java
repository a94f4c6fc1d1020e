package io.motorpool.application.key;

import io.motorpool.application.audit.Journal.Deed;
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
 */
public final class TellVehiclesService implements TellVehicles {

    private static final int AT_A_TIME = 100;

    private final UnitOfWork unitOfWork;
    private final VehicleKeys keys;
    private final KeyDesk desk;
    private final VehicleControl control;
    private final Odometers odometers;
    private final Clock clock;

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
                caller, now -> keys.offersOver(now, AT_A_TIME), key -> expire(deed(caller, "expire-key-offer"), key));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> tell(Caller caller) {
        return sweep(caller, now -> keys.due(now, AT_A_TIME), key -> tell(deed(caller, "tell-vehicle"), key));
    }

    private Uni<Decision<Integer, Refusal>> sweep(
            Caller caller, Function<Instant, Uni<List<VehicleKey>>> due, Function<VehicleKey, Uni<Boolean>> step) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                _ -> unitOfWork
                        .reading(() -> due.apply(clock.instant()))
                        .chain(found -> each(found, step))
                        .map(Decision::accept));
    }

    /** One that fails holds up no other; the next sweep comes to it again. */
    private static Uni<Integer> each(List<VehicleKey> found, Function<VehicleKey, Uni<Boolean>> step) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(
                        key -> step.apply(key).onFailure(RuntimeException.class).recoverWithItem(false))
                .collect()
                .with(Collectors.summingInt(done -> done ? 1 : 0));
    }

    private Uni<Boolean> expire(Deed deed, VehicleKey seen) {
        return unitOfWork.inTransaction(() -> keys.lock(seen.vehicle(), seen.company())
                .chain(stored -> store(deed, stored, stored.value().expire(clock.instant()))));
    }

    private Uni<Boolean> tell(Deed deed, VehicleKey seen) {
        return unitOfWork
                .inTransaction(() -> keys.lock(seen.vehicle(), seen.company()).chain(this::begin))
                .chain(begun -> begun.map(order -> tell(deed, seen, order))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** The order, for us alone as long as the lease lasts; empty when another node was faster. */
    private Uni<Optional<KeyOrder>> begin(Versioned<VehicleKey> stored) {
        Instant now = clock.instant();
        Optional<KeyOrder> order = stored.value().errand(now);
        return order.isEmpty()
                ? Uni.createFrom().item(order)
                : keys.save(stored.with(stored.value().asking(now)), List.of(), List.of())
                        .replaceWith(order);
    }

    private Uni<Boolean> tell(Deed deed, VehicleKey seen, KeyOrder order) {
        return control.obey(order)
                .chain(answer -> unitOfWork.inTransaction(() -> noteReading(order, answer)
                        .chain(() -> keys.lock(seen.vehicle(), seen.company()))
                        .chain(stored -> heard(deed, stored, order, answer))));
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
