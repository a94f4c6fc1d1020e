package io.motorpool.application.fleet;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.ActiveCompany;
import io.motorpool.application.company.Companies;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.fleet.FleetEvent.ZoneChanged;
import io.motorpool.domain.fleet.FleetEvent.ZoneDefined;
import io.motorpool.domain.fleet.FleetEvent.ZoneGivenUp;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
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

/** Defines zones, moves them and gives them up. */
public final class LookAfterZonesService implements LookAfterZones {

    private static final PermitChange<VirtualZone> PERMIT =
            new PermitChange<>(Permission.MANAGE_FLEET, Thing.ZONE, VirtualZone::company);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Zones zones;
    private final FleetUse use;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterZonesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Zones zones,
            FleetUse use,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.zones = zones;
        this.use = use;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<ZoneView, Refusal>> define(Caller caller, CompanyId company, Outline outline) {
        return unitOfWork.inTransaction(() -> companies
                .hold(company)
                .chain(found -> Proceed.with(
                        ActiveCompany.permit(caller, Permission.MANAGE_FLEET, found),
                        _ -> add(caller, company, outline))));
    }

    private Uni<Decision<ZoneView, Refusal>> add(Caller caller, CompanyId company, Outline outline) {
        VirtualZone zone =
                VirtualZone.define(new ZoneId(nextId.get()), company, outline.name(), outline.point(), outline.area());
        var fact = new ZoneDefined(zone.id(), company, clock.instant());
        return zones.add(zone)
                .chain(version -> write(caller, "define-zone", Map.of(), new Versioned<>(zone, version), fact));
    }

    @Override
    public Uni<Decision<ZoneView, Refusal>> change(Caller caller, ZoneId zone, Version seen, Outline outline) {
        return unitOfWork.inTransaction(() -> zones.find(zone)
                .chain(found ->
                        Proceed.with(PERMIT.to(caller, seen, found), stored -> decide(caller, stored, outline))));
    }

    private Uni<Decision<ZoneView, Refusal>> decide(Caller caller, Versioned<VirtualZone> stored, Outline outline) {
        return Proceed.with(
                stored.value().change(outline.name(), outline.point(), outline.area()),
                changed -> store(
                        caller,
                        "change-zone",
                        stored,
                        changed,
                        new ZoneChanged(changed.id(), changed.company(), clock.instant())));
    }

    @Override
    public Uni<Decision<ZoneView, Refusal>> retire(Caller caller, ZoneId zone, Version seen) {
        return unitOfWork.inTransaction(() -> zones.lock(zone)
                .chain(found -> Proceed.with(
                        PERMIT.to(caller, seen, found),
                        stored -> use.vehicles(zone).chain(standing -> giveUp(caller, stored, standing)))));
    }

    private Uni<Decision<ZoneView, Refusal>> giveUp(Caller caller, Versioned<VirtualZone> stored, long vehicles) {
        return Proceed.with(
                stored.value().retire(vehicles),
                retired -> store(
                        caller,
                        "retire-zone",
                        stored,
                        retired,
                        new ZoneGivenUp(retired.id(), retired.company(), clock.instant())));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<ZoneView, Refusal>> store(
            Caller caller, String action, Versioned<VirtualZone> before, VirtualZone after, FleetEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(ZoneView.of(before));
        }
        return zones.save(before.with(after))
                .chain(version ->
                        write(caller, action, ZoneView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<ZoneView, Refusal>> write(
            Caller caller, String action, Map<String, String> before, Versioned<VirtualZone> after, FleetEvent fact) {
        ZoneView view = ZoneView.of(after);
        Deed deed = new Deed(caller, Permission.MANAGE_FLEET, action, Optional.empty());
        Effect effect = new Effect(view.company(), view.id().value(), before, view.facts());
        return journal.write(deed, List.of(effect), List.of(fact)).replaceWith(() -> Decision.accept(view));
    }
}
