package io.motorpool.application.fleet;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.fleet.FleetEvent.PlanWindowAgreed;
import io.motorpool.domain.fleet.FleetEvent.PlanWindowChanged;
import io.motorpool.domain.fleet.FleetEvent.PlanWindowEnded;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Agrees windows, changes and ends them. "No two windows of a vehicle overlap" is a rule between windows, so whoever adds
 * hours holds the vehicle's schedule while looking at the others.
 */
public final class LookAfterPlanWindowsService implements LookAfterPlanWindows {

    private static final PermitChange<PlanWindow> PERMIT =
            new PermitChange<>(Permission.MANAGE_FLEET, Thing.PLAN_WINDOW, PlanWindow::company);

    private final UnitOfWork unitOfWork;
    private final Vehicles vehicles;
    private final PlanWindows windows;
    private final Schedules schedules;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterPlanWindowsService(
            UnitOfWork unitOfWork,
            Vehicles vehicles,
            PlanWindows windows,
            Schedules schedules,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.vehicles = vehicles;
        this.windows = windows;
        this.schedules = schedules;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<PlanWindowView, Refusal>> agree(
            Caller caller, VehicleId vehicle, ContractTerm term, WeeklyHours hours) {
        return unitOfWork.inTransaction(() -> schedules
                .lock(List.of(vehicle))
                .chain(() -> vehicles.find(vehicle))
                .chain(found -> Proceed.with(
                        inFleet(caller, found),
                        it -> add(caller, PlanWindow.agree(nextWindow(), it.company(), vehicle, term, hours)))));
    }

    private static Decision<Vehicle, Refusal> inFleet(Caller caller, Optional<Versioned<Vehicle>> found) {
        return Permit.to(caller, Permission.MANAGE_FLEET, Thing.VEHICLE, found.map(Versioned::value), Vehicle::company)
                .widened()
                .then(vehicle -> vehicle.inFleet().widened());
    }

    private PlanWindowId nextWindow() {
        return new PlanWindowId(nextId.get());
    }

    private Uni<Decision<PlanWindowView, Refusal>> add(Caller caller, PlanWindow wanted) {
        var fact = new PlanWindowAgreed(wanted.id(), wanted.vehicle(), wanted.company(), clock.instant());
        return windows.living(wanted.vehicle())
                .chain(others -> Proceed.with(
                        wanted.besides(others),
                        agreed -> windows.add(agreed)
                                .chain(version -> write(
                                        caller,
                                        "agree-plan-window",
                                        Map.of(),
                                        new Versioned<>(agreed, version),
                                        fact))));
    }

    @Override
    public Uni<Decision<PlanWindowView, Refusal>> change(Change change) {
        return unitOfWork.inTransaction(() -> windows.find(change.window())
                .chain(found -> Proceed.with(
                        PERMIT.to(change.caller(), change.seen(), found), stored -> decide(change, stored))));
    }

    private Uni<Decision<PlanWindowView, Refusal>> decide(Change change, Versioned<PlanWindow> stored) {
        PlanWindow before = stored.value();
        var fact = new PlanWindowChanged(before.id(), before.vehicle(), before.company(), clock.instant());
        return schedules
                .lock(List.of(before.vehicle()))
                .chain(() -> windows.living(before.vehicle()))
                .chain(others -> Proceed.with(
                        before.change(change.term(), change.hours()).then(changed -> changed.besides(others)),
                        changed -> store(change.caller(), "change-plan-window", stored, changed, fact)));
    }

    @Override
    public Uni<Decision<PlanWindowView, Refusal>> retire(Caller caller, PlanWindowId window, Version seen) {
        return unitOfWork.inTransaction(() -> windows.find(window)
                .chain(found -> Proceed.with(PERMIT.to(caller, seen, found), stored -> end(caller, stored))));
    }

    private Uni<Decision<PlanWindowView, Refusal>> end(Caller caller, Versioned<PlanWindow> stored) {
        return Proceed.with(
                stored.value().retire(),
                ended -> store(
                        caller,
                        "retire-plan-window",
                        stored,
                        ended,
                        new PlanWindowEnded(ended.id(), ended.vehicle(), ended.company(), clock.instant())));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<PlanWindowView, Refusal>> store(
            Caller caller, String action, Versioned<PlanWindow> before, PlanWindow after, FleetEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(PlanWindowView.of(before));
        }
        return windows.save(before.with(after))
                .chain(version -> write(
                        caller, action, PlanWindowView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<PlanWindowView, Refusal>> write(
            Caller caller, String action, Map<String, String> before, Versioned<PlanWindow> after, FleetEvent fact) {
        PlanWindowView view = PlanWindowView.of(after);
        Deed deed = new Deed(caller, Permission.MANAGE_FLEET, action, Optional.empty());
        Effect effect = new Effect(view.company(), view.id().value(), before, view.facts());
        return journal.write(deed, List.of(effect), List.of(fact)).replaceWith(() -> Decision.accept(view));
    }
}
