package io.motorpool.application.route;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers from views. */
public final class RouteQueriesService implements RouteQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Routes routes;
    private final Slots slots;
    private final Runs runs;
    private final DispatchSheets sheets;
    private final Charges charges;

    public RouteQueriesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            Slots slots,
            Runs runs,
            DispatchSheets sheets,
            Charges charges) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.routes = routes;
        this.slots = slots;
        this.runs = runs;
        this.sheets = sheets;
        this.charges = charges;
    }

    @Override
    public Uni<Decision<RouteView, Refusal>> route(Caller caller, RouteId route) {
        return ofRoute(caller, route, found -> Uni.createFrom().item(RouteView.of(found)));
    }

    @Override
    public Uni<Decision<Page<RouteView>, Refusal>> routes(Caller caller, CompanyId company, Page.Request page) {
        return unitOfWork.reading(() -> Proceed.with(
                NamedCompany.permit(companies, caller, Permission.READ_ROUTES, company),
                allowed -> routes.list(new CompanyScope.Only(allowed), page)
                        .map(found -> Decision.accept(found.map(RouteView::of)))));
    }

    @Override
    public Uni<Decision<List<Rate>, Refusal>> rates(Caller caller, RouteId route) {
        return ofRoute(caller, route, found -> routes.ratesOf(found.value()).map(RouteRates::rates));
    }

    @Override
    public Uni<Decision<SlotView, Refusal>> slot(Caller caller, SlotId slot) {
        return ofSlot(caller, slot, found -> Uni.createFrom().item(SlotView.of(found)));
    }

    @Override
    public Uni<Decision<Page<SlotView>, Refusal>> slots(Caller caller, RouteId route, Page.Request page) {
        return ofRoute(
                caller,
                route,
                found -> slots.list(new CompanyScope.Only(found.value().company()), Optional.of(route), page)
                        .map(listed -> listed.map(SlotView::of)));
    }

    @Override
    public Uni<Decision<List<ContractView>, Refusal>> contracts(Caller caller, SlotId slot) {
        return ofSlot(
                caller,
                slot,
                found -> sheets.of(found.value())
                        .map(sheet ->
                                sheet.contracts().stream().map(ContractView::of).toList()));
    }

    @Override
    public Uni<Decision<ContractView, Refusal>> contract(Caller caller, VehicleContractNumber number) {
        return unitOfWork.reading(() -> sheets.find(number)
                .map(found -> Permit.to(
                                caller,
                                Permission.READ_ROUTES,
                                Thing.VEHICLE_CONTRACT,
                                found,
                                contract -> contract.terms().company())
                        .map(ContractView::of)
                        .widened()));
    }

    @Override
    public Uni<Decision<RunView, Refusal>> run(Caller caller, RunId run) {
        return unitOfWork.reading(() -> runs.find(run)
                .chain(found -> reportsOwnOnly(caller)
                        ? found.map(stored -> own(caller, stored))
                                .orElseGet(() -> Proceed.refused(new NotFound(Thing.RUN)))
                        : Uni.createFrom().item(readable(caller, found))));
    }

    private static boolean reportsOwnOnly(Caller caller) {
        return caller.holds(Permission.REPORT_OWN_RUNS) && !caller.holds(Permission.READ_ROUTES);
    }

    private static Decision<RunView, Refusal> readable(Caller caller, Optional<Versioned<Run>> found) {
        return Permit.to(
                        caller,
                        Permission.READ_ROUTES,
                        Thing.RUN,
                        found,
                        stored -> stored.value().plan().company())
                .<RunView>map(RunView::of)
                .widened();
    }

    /** What somebody else drives is not there for a chauffeur. */
    private Uni<Decision<RunView, Refusal>> own(Caller chauffeur, Versioned<Run> stored) {
        RunPlan plan = stored.value().plan();
        Span instant = new Span(plan.departure(), plan.departure().plusNanos(1_000));
        return sheets.drivenBy(chauffeur.user(), instant)
                .map(contracts -> contracts.stream().anyMatch(contract -> drives(contract, plan))
                        ? Decision.accept(RunView.of(stored))
                        : Decision.refuse(new NotFound(Thing.RUN)));
    }

    private static boolean drives(VehicleContract contract, RunPlan plan) {
        return contract.terms().slot().equals(plan.slot()) && contract.covers(plan.departure());
    }

    @Override
    public Uni<Decision<List<RunView>, Refusal>> ownRuns(Caller caller, LocalDate serviceDate) {
        Span day = new Span(
                serviceDate.atStartOfDay(BusinessZone.SEOUL).toInstant(),
                serviceDate.plusDays(1).atStartOfDay(BusinessZone.SEOUL).toInstant());
        return unitOfWork.reading(() -> Proceed.with(
                Permit.anywhere(caller, Permission.REPORT_OWN_RUNS),
                allowed -> sheets.drivenBy(allowed.user(), day)
                        .chain(contracts -> driven(contracts, serviceDate))
                        .map(Decision::accept)));
    }

    /** One contract after the other; a chauffeur has few on a day. */
    private Uni<List<RunView>> driven(List<VehicleContract> contracts, LocalDate serviceDate) {
        return Multi.createFrom()
                .iterable(contracts)
                .onItem()
                .transformToUniAndConcatenate(contract -> runs.between(
                                contract.terms().slot(), serviceDate, serviceDate)
                        .map(found -> found.stream()
                                .filter(stored ->
                                        drives(contract, stored.value().plan()))
                                .map(RunView::of)
                                .toList()))
                .collect()
                .asList()
                .map(lists -> lists.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(run -> run.plan().departure()))
                        .toList());
    }

    @Override
    public Uni<Decision<Page<UnpricedRun>, Refusal>> unpriced(
            Caller caller, CompanyId company, YearMonth month, Page.Request page) {
        return unitOfWork.reading(() -> Proceed.with(
                NamedCompany.permit(companies, caller, Permission.READ_ROUTES, company),
                allowed -> charges.unpriced(allowed, month, page).map(Decision::accept)));
    }

    @Override
    public Uni<Decision<Page<RunView>, Refusal>> runs(
            Caller caller, Optional<CompanyId> company, LocalDate serviceDate, Page.Request page) {
        return unitOfWork.reading(() -> Proceed.with(
                Permit.anywhere(caller, Permission.READ_ROUTES),
                allowed -> runs.list(CompanyScope.of(allowed, company), serviceDate, page)
                        .map(found -> Decision.accept(found.<RunView>map(RunView::of)))));
    }

    @Override
    public Uni<Decision<List<Drift>, Refusal>> drift(Caller caller, RouteId route, YearMonth month) {
        return ofRoute(
                caller,
                route,
                found -> charges.standing(route, month)
                        .chain(standing -> routes.ratesOf(found.value()).map(rates -> Drift.report(standing, rates))));
    }

    private <T> Uni<Decision<T, Refusal>> ofRoute(
            Caller caller, RouteId route, Function<Versioned<Route>, Uni<T>> answer) {
        return unitOfWork.reading(() -> routes.find(route)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_ROUTES,
                                Thing.ROUTE,
                                found,
                                stored -> stored.value().company()),
                        stored -> answer.apply(stored).map(Decision::accept))));
    }

    private <T> Uni<Decision<T, Refusal>> ofSlot(Caller caller, SlotId slot, Function<Versioned<Slot>, Uni<T>> answer) {
        return unitOfWork.reading(() -> slots.find(slot)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_ROUTES,
                                Thing.SLOT,
                                found,
                                stored -> stored.value().company()),
                        stored -> answer.apply(stored).map(Decision::accept))));
    }
}
