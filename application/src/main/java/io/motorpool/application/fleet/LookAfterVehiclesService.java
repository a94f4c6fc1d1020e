package io.motorpool.application.fleet;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.ActiveCompany;
import io.motorpool.application.company.Companies;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.fleet.FleetEvent.VehicleAdded;
import io.motorpool.domain.fleet.FleetEvent.VehicleAltered;
import io.motorpool.domain.fleet.FleetEvent.VehicleLeft;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.FleetRefusal.ZoneRetired;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Adds vehicles, changes them and lets them go. A vehicle leaves under two locks: that of its schedule, against
 * reservations that are moved to it, and its own, against new ones.
 */
public final class LookAfterVehiclesService implements LookAfterVehicles {

    private static final PermitChange<Vehicle> PERMIT =
            new PermitChange<>(Permission.MANAGE_FLEET, Thing.VEHICLE, Vehicle::company);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Zones zones;
    private final Vehicles vehicles;
    private final FleetUse use;
    private final Schedules schedules;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterVehiclesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Zones zones,
            Vehicles vehicles,
            FleetUse use,
            Schedules schedules,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.zones = zones;
        this.vehicles = vehicles;
        this.use = use;
        this.schedules = schedules;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<VehicleView, Refusal>> add(Addition wanted) {
        return unitOfWork.inTransaction(() -> companies
                .hold(wanted.company())
                .chain(found -> Proceed.with(
                        ActiveCompany.permit(wanted.caller(), Permission.MANAGE_FLEET, found),
                        company -> Proceed.with(zoneOf(company.id(), wanted.zone()), _ -> place(wanted)))));
    }

    /** A stranger's zone does not exist; an own one may have been given up. */
    private Uni<Decision<VirtualZone, Refusal>> zoneOf(CompanyId company, ZoneId zone) {
        return zones.hold(zone)
                .map(found -> found.map(Versioned::value)
                        .filter(it -> it.company().equals(company))
                        .map(it -> it.isActive()
                                ? Decision.<VirtualZone, Refusal>accept(it)
                                : Decision.<VirtualZone, Refusal>refuse(new ZoneRetired(zone)))
                        .orElseGet(() -> Decision.refuse(new NotFound(Thing.ZONE))));
    }

    private Uni<Decision<VehicleView, Refusal>> place(Addition wanted) {
        Vehicle vehicle = Vehicle.add(
                new VehicleId(nextId.get()), wanted.company(), wanted.zone(), wanted.description(), wanted.odometer());
        var fact = new VehicleAdded(vehicle.id(), vehicle.company(), clock.instant());
        return Proceed.with(
                vehicles.add(vehicle),
                version -> write(wanted.caller(), "add-vehicle", Map.of(), new Versioned<>(vehicle, version), fact));
    }

    @Override
    public Uni<Decision<VehicleView, Refusal>> change(Change change) {
        return unitOfWork.inTransaction(() -> vehicles.find(change.vehicle())
                .chain(found -> Proceed.with(
                        PERMIT.to(change.caller(), change.seen(), found), stored -> decide(change, stored))));
    }

    private Uni<Decision<VehicleView, Refusal>> decide(Change change, Versioned<Vehicle> stored) {
        return Proceed.with(
                corrected(change, stored.value()),
                changed -> changed.zone().equals(stored.value().zone())
                        ? alter(change, stored, changed)
                        : Proceed.with(zoneOf(changed.company(), changed.zone()), _ -> alter(change, stored, changed)));
    }

    private static Decision<Vehicle, FleetRefusal> corrected(Change change, Vehicle vehicle) {
        return vehicle.change(change.zone(), change.correction().apply(vehicle.description()), change.inMaintenance());
    }

    private Uni<Decision<VehicleView, Refusal>> alter(Change change, Versioned<Vehicle> stored, Vehicle changed) {
        var fact = new VehicleAltered(changed.id(), changed.company(), changed.status(), clock.instant());
        return store(change.caller(), "change-vehicle", stored, changed, fact);
    }

    @Override
    public Uni<Decision<VehicleView, Refusal>> retire(Caller caller, VehicleId vehicle, Version seen) {
        return unitOfWork.inTransaction(() -> schedules
                .lock(List.of(vehicle))
                .chain(() -> vehicles.lock(vehicle))
                .chain(found -> Proceed.with(
                        PERMIT.to(caller, seen, found),
                        stored ->
                                use.occupancies(vehicle, clock.instant()).chain(held -> letGo(caller, stored, held)))));
    }

    private Uni<Decision<VehicleView, Refusal>> letGo(Caller caller, Versioned<Vehicle> stored, long occupancies) {
        return Proceed.with(
                stored.value().retire(occupancies),
                retired -> store(
                        caller,
                        "retire-vehicle",
                        stored,
                        retired,
                        new VehicleLeft(retired.id(), retired.company(), clock.instant())));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<VehicleView, Refusal>> store(
            Caller caller, String action, Versioned<Vehicle> before, Vehicle after, FleetEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(VehicleView.of(before));
        }
        return Proceed.with(
                vehicles.save(before.with(after)),
                version ->
                        write(caller, action, VehicleView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<VehicleView, Refusal>> write(
            Caller caller, String action, Map<String, String> before, Versioned<Vehicle> after, FleetEvent fact) {
        VehicleView view = VehicleView.of(after);
        Deed deed = new Deed(caller, Permission.MANAGE_FLEET, action, Optional.empty());
        Effect effect = new Effect(view.company(), view.id().value(), before, view.facts());
        return journal.write(deed, List.of(effect), List.of(fact)).replaceWith(() -> Decision.accept(view));
    }
}
