package io.motorpool.application.route;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.route.VehicleCalls.Call;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.ContractIdentity;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.DispatchSheet.Changed;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.route.RouteEvent.ChargesCorrected;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.route.VehicleDuties;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Locks the slot, then the vehicle, then looks at both: so that neither gets a second contract meanwhile. What follows is
 * written in the same unit of work: contracts, moved charges, audit, facts, and the calls that bring the vehicles up to date
 * in the ERP.
 */
public final class DispatchVehiclesService implements DispatchVehicles {

    private final UnitOfWork unitOfWork;
    private final Slots slots;
    private final Vehicles vehicles;
    private final Schedules schedules;
    private final DispatchSheets sheets;
    private final Numbers numbers;
    private final Charges charges;
    private final VehicleCalls calls;
    private final Books books;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public DispatchVehiclesService(
            UnitOfWork unitOfWork,
            Slots slots,
            Vehicles vehicles,
            Schedules schedules,
            DispatchSheets sheets,
            Numbers numbers,
            Charges charges,
            VehicleCalls calls,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.slots = slots;
        this.vehicles = vehicles;
        this.schedules = schedules;
        this.sheets = sheets;
        this.numbers = numbers;
        this.charges = charges;
        this.calls = calls;
        this.books = books;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** Everything a decision looks at. */
    private record Ground(
            DispatchSheet sheet, VehicleDuties duties, ClosedMonths closed, Queue<ContractIdentity> identities) {

        Supplier<ContractIdentity> next() {
            return identities::remove;
        }
    }

    @Override
    public Uni<Decision<Dispatched, Refusal>> dispatch(Caller caller, SlotId slot, Order order) {
        return place(
                caller,
                slot,
                order,
                "dispatch-vehicle",
                ground -> ground.sheet()
                        .dispatch(order, ground.duties(), ground.closed(), ground.next(), clock.instant()));
    }

    @Override
    public Uni<Decision<Dispatched, Refusal>> substitute(Caller caller, SlotId slot, Order order) {
        return place(
                caller,
                slot,
                order,
                "substitute-vehicle",
                ground -> ground.sheet()
                        .substitute(order, ground.duties(), ground.closed(), ground.next(), clock.instant()));
    }

    @Override
    public Uni<Decision<Dispatched, Refusal>> withdraw(Caller caller, SlotId slot, Instant from) {
        return unitOfWork.inTransaction(() -> slots.lock(slot)
                .chain(found -> Proceed.with(
                        permitted(caller, found),
                        it -> books.hold(it.company())
                                .chain(closed -> sheets.of(it)
                                        .chain(sheet -> Proceed.with(
                                                sheet.withdraw(from, closed, clock.instant()),
                                                changed -> store(caller, "withdraw-vehicle", sheet, changed)))))));
    }

    private interface Choice {
        Decision<Changed, RouteRefusal> on(Ground ground);
    }

    private Uni<Decision<Dispatched, Refusal>> place(
            Caller caller, SlotId slot, Order order, String action, Choice choice) {
        return unitOfWork.inTransaction(() -> slots.lock(slot)
                .chain(found -> Proceed.with(
                        permitted(caller, found)
                                .then(it -> it.retired()
                                        ? Decision.refuse(new RouteRefusal.SlotRetired())
                                        : Decision.accept(it)),
                        it -> Proceed.with(
                                ground(it, order),
                                ground -> Proceed.with(
                                        choice.on(ground),
                                        changed -> store(caller, action, ground.sheet(), changed))))));
    }

    private static Decision<Slot, Refusal> permitted(Caller caller, Optional<Versioned<Slot>> found) {
        return Permit.to(caller, Permission.DISPATCH_VEHICLES, Thing.SLOT, found.map(Versioned::value), Slot::company)
                .widened();
    }

    private Uni<Decision<Ground, Refusal>> ground(Slot slot, Order order) {
        var vehicle = order.assignment().vehicle();
        return schedules
                .lock(List.of(vehicle))
                .chain(() -> vehicles.find(vehicle))
                .chain(found -> found.map(
                                it -> sheets.elsewhere(vehicle, slot.id(), new Span(order.from(), order.until()))
                                        .map(elsewhere -> new VehicleDuties(it.value(), elsewhere))
                                        .chain(duties -> ground(slot, duties)))
                        .orElseGet(() -> Proceed.refused(new NotFound(Thing.VEHICLE))));
    }

    private Uni<Decision<Ground, Refusal>> ground(Slot slot, VehicleDuties duties) {
        return books.hold(slot.company())
                .chain(closed -> sheets.of(slot)
                        .chain(sheet ->
                                identities().map(drawn -> Decision.accept(new Ground(sheet, duties, closed, drawn)))));
    }

    /** As many as one decision can need; those that it does not need are lost. */
    private Uni<Queue<ContractIdentity>> identities() {
        return identity().chain(first -> identity().map(second -> new ArrayDeque<>(List.of(first, second))));
    }

    private Uni<ContractIdentity> identity() {
        return numbers.draw(Numbers.Series.VEHICLE_CONTRACT)
                .map(drawn -> new ContractIdentity(
                        new VehicleContractId(nextId.get()), VehicleContractNumber.issue(clock.instant(), drawn)));
    }

    private Uni<Decision<Dispatched, Refusal>> store(
            Caller caller, String action, DispatchSheet before, Changed changed) {
        Instant now = clock.instant();
        SlotId slot = before.slot();
        return sheets.store(changed)
                .chain(() -> charges.reattribute(slot, changed.reattributions(), now))
                .chain(moved -> calls.add(callsFor(changed, now))
                        .chain(() -> write(caller, action, before, changed, moved))
                        .replaceWith(() -> Decision.accept(new Dispatched(
                                changed.issued().stream().map(ContractView::of).toList(),
                                changed.cut().stream().map(ContractView::of).toList(),
                                moved))));
    }

    /**
     * A vehicle is looked at when it begins to serve and when it ceases to, at once if that is past; and at once if its
     * contract was cut, because it may be somewhere else than it should be.
     */
    private static List<Call> callsFor(Changed changed, Instant now) {
        Set<Call> needed = new LinkedHashSet<>();
        for (VehicleContract cut : changed.cut()) {
            needed.add(call(cut, now));
            end(cut).filter(now::isBefore).ifPresent(end -> needed.add(call(cut, end)));
        }
        for (VehicleContract issued : changed.issued()) {
            Instant start = issued.served().map(Span::start).orElse(now);
            needed.add(call(issued, Period.later(now, start)));
            end(issued).filter(now::isBefore).ifPresent(end -> needed.add(call(issued, end)));
        }
        return List.copyOf(needed);
    }

    private static Optional<Instant> end(VehicleContract contract) {
        return contract.served().flatMap(span -> Optional.ofNullable(span.end()));
    }

    private static Call call(VehicleContract contract, Instant due) {
        return new Call(contract.vehicle(), contract.terms().company(), due);
    }

    private Uni<Void> write(Caller caller, String action, DispatchSheet before, Changed changed, long moved) {
        Map<VehicleContractId, VehicleContract> known = new LinkedHashMap<>();
        before.contracts().forEach(contract -> known.put(contract.id(), contract));
        List<Effect> effects = new ArrayList<>();
        for (VehicleContract cut : changed.cut()) {
            effects.add(effect(Optional.ofNullable(known.get(cut.id())), cut, moved));
        }
        changed.issued().forEach(issued -> effects.add(effect(Optional.empty(), issued, moved)));
        List<RouteEvent> facts = new ArrayList<>(changed.facts());
        if (moved > 0) {
            facts.add(new ChargesCorrected(before.slot(), before.company(), moved, clock.instant()));
        }
        Deed deed = new Deed(caller, Permission.DISPATCH_VEHICLES, action, Optional.empty());
        return journal.write(deed, effects, facts);
    }

    private static Effect effect(Optional<VehicleContract> before, VehicleContract after, long moved) {
        Map<String, String> facts = new LinkedHashMap<>(ContractView.of(after).facts());
        facts.put("chargesMoved", Long.toString(moved));
        return new Effect(
                after.terms().company(),
                after.id().value(),
                before.map(contract -> ContractView.of(contract).facts()).orElse(Map.of()),
                facts);
    }
}
