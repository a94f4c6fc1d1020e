package io.motorpool.application.fleet;

import io.motorpool.application.company.Companies;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.BusinessOccupancy;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers from views. */
public final class FleetQueriesService implements FleetQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Vehicles vehicles;
    private final Zones zones;
    private final PlanWindows windows;

    public FleetQueriesService(
            UnitOfWork unitOfWork, Companies companies, Vehicles vehicles, Zones zones, PlanWindows windows) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.vehicles = vehicles;
        this.zones = zones;
        this.windows = windows;
    }

    @Override
    public Uni<Decision<VehicleView, Refusal>> vehicle(Caller caller, VehicleId vehicle) {
        return unitOfWork.reading(() -> visible(caller, vehicle).map(found -> found.map(VehicleView::of)));
    }

    @Override
    public Uni<Decision<Page<VehicleView>, Refusal>> vehicles(Caller caller, CompanyId company, Page.Request page) {
        return within(caller, company, scope -> vehicles.list(scope, page).map(found -> found.map(VehicleView::of)));
    }

    @Override
    public Uni<Decision<ZoneView, Refusal>> zone(Caller caller, ZoneId zone) {
        return unitOfWork.reading(() -> zones.find(zone)
                .map(found -> permitted(caller, Thing.ZONE, found, VirtualZone::company)
                        .map(ZoneView::of)));
    }

    @Override
    public Uni<Decision<Page<ZoneView>, Refusal>> zones(Caller caller, CompanyId company, Page.Request page) {
        return within(caller, company, scope -> zones.list(scope, page).map(found -> found.map(ZoneView::of)));
    }

    @Override
    public Uni<Decision<PlanWindowView, Refusal>> planWindow(Caller caller, PlanWindowId window) {
        return unitOfWork.reading(() -> windows.find(window)
                .map(found -> permitted(caller, Thing.PLAN_WINDOW, found, PlanWindow::company)
                        .map(PlanWindowView::of)));
    }

    @Override
    public Uni<Decision<Page<PlanWindowView>, Refusal>> planWindows(
            Caller caller, VehicleId vehicle, Page.Request page) {
        return unitOfWork.reading(() -> Proceed.with(
                visible(caller, vehicle),
                found -> windows.list(
                                CompanyScope.of(
                                        caller, Optional.of(found.value().company())),
                                vehicle,
                                page)
                        .map(listed -> Decision.accept(listed.map(PlanWindowView::of)))));
    }

    @Override
    public Uni<Decision<List<Period>, Refusal>> businessOccupancy(Caller caller, VehicleId vehicle, Stretch stretch) {
        return unitOfWork.reading(() -> Proceed.with(
                visible(caller, vehicle),
                _ -> windows.living(vehicle)
                        .map(living -> Decision.accept(BusinessOccupancy.within(stretch.period(), living)
                                .hours()))));
    }

    private Uni<Decision<Versioned<Vehicle>, Refusal>> visible(Caller caller, VehicleId vehicle) {
        return vehicles.find(vehicle).map(found -> permitted(caller, Thing.VEHICLE, found, Vehicle::company));
    }

    /** A list of a company that is not there is not an empty list. */
    private <T> Uni<Decision<T, Refusal>> within(
            Caller caller, CompanyId company, Function<CompanyScope, Uni<T>> listing) {
        CompanyScope scope = CompanyScope.of(caller, Optional.of(company));
        return unitOfWork.reading(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        permitted(caller, Thing.COMPANY, found, Company::id),
                        _ -> listing.apply(scope).map(Decision::accept))));
    }

    private static <T> Decision<Versioned<T>, Refusal> permitted(
            Caller caller, Thing thing, Optional<Versioned<T>> found, Function<T, CompanyId> owner) {
        return Permit.to(caller, Permission.READ_FLEET, thing, found, stored -> owner.apply(stored.value()))
                .widened();
    }
}
