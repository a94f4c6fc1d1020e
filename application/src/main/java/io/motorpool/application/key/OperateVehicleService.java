package io.motorpool.application.key;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.key.VehicleControl.Operated;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.ReservationRefusal.ReasonRequired;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down that somebody is about to operate the vehicle, then has it done, and believes silence only after looking: the
 * vehicle itself says whether it is locked. The vehicle, not we, sees to it that nothing is done for a key that has passed on
 * meanwhile.
 */
public final class OperateVehicleService implements OperateVehicle {

    private final UnitOfWork unitOfWork;
    private final VehicleOwners owners;
    private final VehicleKeys keys;
    private final VehicleControl control;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public OperateVehicleService(
            UnitOfWork unitOfWork,
            VehicleOwners owners,
            VehicleKeys keys,
            VehicleControl control,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.owners = owners;
        this.keys = keys;
        this.control = control;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<Operation, Refusal>> operate(
            Caller caller, VehicleId vehicle, Operation operation, @Nullable Reason reason) {
        Permission needed = caller.holds(Permission.SUPPORT_KEYS) ? Permission.SUPPORT_KEYS : Permission.USE_KEYS;
        Deed deed = new Deed(caller, needed, "operate-vehicle", Optional.ofNullable(reason));
        return Proceed.with(
                unitOfWork.reading(() -> owners.ownerOf(vehicle)
                        .map(owner -> Permit.to(caller, needed, Thing.VEHICLE, owner, Function.identity()))),
                company -> needed == Permission.SUPPORT_KEYS
                        ? forSupport(deed, company, vehicle, operation)
                        : order(
                                deed,
                                company,
                                vehicle,
                                key -> key.operate(operation, caller.user()).widened()));
    }

    private Uni<Decision<Operation, Refusal>> forSupport(
            Deed deed, CompanyId company, VehicleId vehicle, Operation operation) {
        return deed.reason().isEmpty()
                ? Proceed.refused(new ReasonRequired())
                : control.state(vehicle)
                        .chain(state -> state.map(said -> order(
                                        deed,
                                        company,
                                        vehicle,
                                        key -> key.operateForSupport(operation, said, clock.instant())
                                                .widened()))
                                .orElseGet(() -> Proceed.refused(new KeyRefusal.VehicleNotReachable())));
    }

    private Uni<Decision<Operation, Refusal>> order(
            Deed deed,
            CompanyId company,
            VehicleId vehicle,
            Function<VehicleKey, Decision<VehicleOrder, Refusal>> rule) {
        return Proceed.with(
                unitOfWork.inTransaction(() -> keys.find(vehicle)
                        .map(found -> found.map(Versioned::value).orElseGet(() -> VehicleKey.of(vehicle, company)))
                        .chain(key -> Proceed.with(rule.apply(key), order -> announce(deed, company, order)))),
                this::carryOut);
    }

    private Uni<Decision<VehicleOrder, Refusal>> announce(Deed deed, CompanyId company, VehicleOrder order) {
        Effect effect = new Effect(
                company,
                order.vehicle().value(),
                Map.of(),
                Map.of("operation", order.operation().name()));
        return journal.write(deed, List.of(effect), List.of()).replaceWith(() -> Decision.accept(order));
    }

    private Uni<Decision<Operation, Refusal>> carryOut(VehicleOrder order) {
        return control.operate(nextId.get(), order).chain(operated -> settle(order, operated));
    }

    private Uni<Decision<Operation, Refusal>> settle(VehicleOrder order, Operated operated) {
        return switch (operated) {
            case DONE -> Proceed.done(order.operation());
            case OVERTAKEN -> Proceed.refused(new KeyRefusal.KeyNotHeld());
            case SILENT -> control.state(order.vehicle()).map(state -> shown(order.operation(), state));
        };
    }

    private static Decision<Operation, Refusal> shown(Operation operation, Optional<VehicleState> state) {
        return state.filter(said -> said.shows(operation)).isPresent()
                ? Decision.accept(operation)
                : Decision.refuse(new KeyRefusal.VehicleNotReachable());
    }
}
