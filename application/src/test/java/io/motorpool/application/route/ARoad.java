package io.motorpool.application.route;

import static io.motorpool.application.company.CompanyFixtures.aCompany;

import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.fleet.LockedSchedules;
import io.motorpool.application.settlement.ErpAccounts;
import io.motorpool.application.settlement.ExtraCosts;
import io.motorpool.application.settlement.InMemoryErpAccounts;
import io.motorpool.application.settlement.InMemoryExtraCosts;
import io.motorpool.application.settlement.InMemorySettlementJobs;
import io.motorpool.application.settlement.InMemorySettlementSources;
import io.motorpool.application.settlement.InMemorySettlements;
import io.motorpool.application.settlement.InMemorySnapshots;
import io.motorpool.application.settlement.SettlementGround;
import io.motorpool.application.settlement.SettlementSources;
import io.motorpool.application.settlement.Settlements;
import io.motorpool.application.settlement.Snapshots;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;

/** Everything that use cases around routes and settlements need, in memory. */
public final class ARoad implements SettlementGround, InMemoryContract {

    public final UnitOfWork unitOfWork = new DirectUnitOfWork();
    public final MovedClock clock = new MovedClock(DECEMBER_5TH);
    public final Traces traces = new Traces(clock);
    public final Companies companies = new InMemoryCompanies();
    public final InMemoryVehicles vehicles = new InMemoryVehicles();
    public final LockedSchedules schedules = new LockedSchedules();
    public final InMemoryRoutes routes = new InMemoryRoutes();
    public final InMemorySlots slots = new InMemorySlots();
    public final InMemoryRuns runs = new InMemoryRuns();
    public final InMemoryDispatchSheets sheets = new InMemoryDispatchSheets();
    public final InMemoryNumbers numbers = new InMemoryNumbers();
    public final InMemorySettlements settlements = new InMemorySettlements();
    public final InMemoryBooks books = new InMemoryBooks(settlements::closedMonths);
    public final InMemoryCharges charges = new InMemoryCharges(routes, runs, sheets, settlements::closedMonths);
    public final InMemoryVehicleCalls calls = new InMemoryVehicleCalls();
    public final InMemoryExtraCosts costs = new InMemoryExtraCosts();
    public final InMemoryErpAccounts accounts = new InMemoryErpAccounts();
    public final InMemorySnapshots snapshots = new InMemorySnapshots();
    public final InMemorySettlementJobs jobs = new InMemorySettlementJobs();
    public final InMemorySettlementSources sources = new InMemorySettlementSources(
            new SourcesInMemory(companies, vehicles, routes, slots, runs, sheets, charges), costs, accounts);

    @Override
    public CompanyId givenCompany() {
        Company company = aCompany();
        return result(() -> companies.add(company).replaceWith(company.id()));
    }

    @Override
    public Vehicle givenVehicle(CompanyId company) {
        Vehicle vehicle = FleetFixtures.aVehicle(company, new ZoneId(Ids.next()));
        return result(() -> vehicles.add(vehicle).replaceWith(vehicle));
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Slots slots() {
        return slots;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public DispatchSheets sheets() {
        return sheets;
    }

    @Override
    public Numbers numbers() {
        return numbers;
    }

    @Override
    public Charges charges() {
        return charges;
    }

    @Override
    public Settlements settlements() {
        return settlements;
    }

    @Override
    public SettlementSources sources() {
        return sources;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public ExtraCosts costs() {
        return costs;
    }

    @Override
    public ErpAccounts accounts() {
        return accounts;
    }

    @Override
    public Books books() {
        return books;
    }

    public LookAfterRoutes lookAfterRoutes() {
        return new LookAfterRoutesService(
                unitOfWork, companies, routes, slots, sheets, books, traces.journal(), clock, Ids::next);
    }

    public PlanRuns planRuns() {
        return new PlanRunsService(unitOfWork, companies, slots, runs, books, traces.journal(), clock, Ids::next);
    }

    public ReportRuns reportRuns() {
        return new ReportRunsService(
                unitOfWork, runs, slots, sheets, charges, books, traces.journal(), clock, Ids::next);
    }

    public DispatchVehicles dispatchVehicles() {
        return new DispatchVehiclesService(
                unitOfWork,
                slots,
                vehicles,
                schedules,
                sheets,
                numbers,
                charges,
                calls,
                books,
                traces.journal(),
                clock,
                Ids::next);
    }

    public CapturePrices capturePrices() {
        return new CapturePricesService(unitOfWork, companies, charges, traces.journal(), clock);
    }

    public RouteQueries routeQueries() {
        return new RouteQueriesService(unitOfWork, companies, routes, slots, runs, sheets, charges);
    }
}
