package io.motorpool.application.route;

import io.motorpool.application.company.Companies;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Capture;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.RouteSum;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything about a month that the fakes of this package know, in one place for those who add it up. */
public final class SourcesInMemory {

    private final Companies companies;
    private final Vehicles vehicles;
    private final InMemoryRoutes routes;
    private final InMemorySlots slots;
    private final InMemoryRuns runs;
    private final InMemoryDispatchSheets sheets;
    private final InMemoryCharges charges;

    public SourcesInMemory(
            Companies companies,
            Vehicles vehicles,
            InMemoryRoutes routes,
            InMemorySlots slots,
            InMemoryRuns runs,
            InMemoryDispatchSheets sheets,
            InMemoryCharges charges) {
        this.companies = companies;
        this.vehicles = vehicles;
        this.routes = routes;
        this.slots = slots;
        this.runs = runs;
        this.sheets = sheets;
        this.charges = charges;
    }

    public Standing standing(CompanyId company, YearMonth month, List<ExtraCost> costs, @Nullable ErpAccount account) {
        long open = 0;
        long uncaptured = 0;
        long unpriced = 0;
        long undispatched = 0;
        for (Run run : runs.of(company, month)) {
            switch (run) {
                case Run.Scheduled _, Run.InProgress _ -> open++;
                case Run.Cancelled _ -> {}
                case Run.Completed completed -> {
                    if (!charges.isCharged(run.id())) {
                        switch (charges.captureOf(completed, Instant.EPOCH)) {
                            case Capture.Priced _ -> uncaptured++;
                            case Capture.Unpriced _ -> unpriced++;
                            case Capture.Undispatched _ -> undispatched++;
                        }
                    }
                }
            }
        }
        return new Standing(
                routesOf(company, month, costs).stream()
                        .map(route -> sum(route, month, costs))
                        .toList(),
                open,
                uncaptured,
                unpriced,
                undispatched,
                account);
    }

    private List<RouteId> routesOf(CompanyId company, YearMonth month, List<ExtraCost> costs) {
        Set<RouteId> found = new TreeSet<>(
                Comparator.comparing((RouteId route) -> route.value().toString()));
        runs.of(company, month).stream()
                .filter(run -> charges.isCharged(run.id()))
                .forEach(run -> found.add(run.plan().route()));
        costs.forEach(cost -> found.add(cost.key().route()));
        return List.copyOf(found);
    }

    /** Over all records, credits among them: unlike the lines, which are those that stand. */
    private RouteSum sum(RouteId route, YearMonth month, List<ExtraCost> costs) {
        List<Charge> records = charges.all().stream()
                .filter(charge -> isOf(charge, route, month))
                .toList();
        List<ExtraCost> own =
                costs.stream().filter(cost -> cost.key().route().equals(route)).toList();
        return new RouteSum(
                route,
                Charge.standing(records).size(),
                Amount.sum(records.stream().map(Charge::amount).toList()),
                own.size(),
                Amount.sum(own.stream().map(cost -> cost.line().amount()).toList()));
    }

    private boolean isOf(Charge charge, RouteId route, YearMonth month) {
        RunPlan plan = runs.now(charge.run()).plan();
        return plan.route().equals(route) && plan.month().equals(month);
    }

    public Statement statement(SettlementHead head, List<ExtraCost> costs) {
        List<Section> sections = new ArrayList<>();
        for (RouteId route : routesOf(head.company(), head.month(), costs)) {
            sections.add(new Section(
                    route,
                    routes.now(route).name(),
                    Charge.standing(charges.all()).stream()
                            .filter(charge -> isOf(charge, route, head.month()))
                            .map(this::line)
                            .toList(),
                    costs.stream()
                            .filter(cost -> cost.key().route().equals(route))
                            .map(OfExtraCost::of)
                            .toList()));
        }
        Company company = companies
                .find(head.company())
                .await()
                .indefinitely()
                .orElseThrow()
                .value();
        return new Statement(head, new Party(company.name(), company.businessNumber()), sections);
    }

    private OfRun line(Charge charge) {
        RunPlan plan = runs.now(charge.run()).plan();
        VehicleContract contract = sheets.now(charge.contract());
        Vehicle vehicle = vehicles.find(contract.vehicle())
                .await()
                .indefinitely()
                .orElseThrow()
                .value();
        return new OfRun(
                plan.id(),
                plan.route(),
                plan.serviceDate(),
                plan.departure(),
                contract.number(),
                charge.price().rateVersion(),
                charge.amount(),
                new Shown(
                        slots.now(plan.slot()).name(),
                        vehicle.description().plate().value(),
                        vehicle.description().model()));
    }
}
