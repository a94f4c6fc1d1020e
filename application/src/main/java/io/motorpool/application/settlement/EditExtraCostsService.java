package io.motorpool.application.settlement;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.route.Books;
import io.motorpool.application.route.Routes;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostSheet;
import io.motorpool.domain.settlement.ExtraCostSheet.Taken;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Under the lock of the company's books: nobody confirms a month while its sheet is taken, nor takes another one. */
public final class EditExtraCostsService implements EditExtraCosts {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Books books;
    private final Routes routes;
    private final ExtraCosts costs;
    private final SettlementDesk desk;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public EditExtraCostsService(
            UnitOfWork unitOfWork,
            Companies companies,
            Books books,
            Routes routes,
            ExtraCosts costs,
            SettlementDesk desk,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.books = books;
        this.routes = routes;
        this.costs = costs;
        this.desk = desk;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<Imported, Refusal>> importSheet(Sheet sheet) {
        return unitOfWork.inTransaction(() -> Proceed.with(
                openMonth(sheet.caller(), sheet.company(), sheet.month()),
                company -> costs.lastFile(company, sheet.month())
                        .chain(last -> last.filter(sheet.digest()::equals).isPresent()
                                ? Proceed.done(new Imported(0, 0, sheet.rows().size(), true))
                                : take(sheet))));
    }

    private Uni<Decision<CompanyId, Refusal>> openMonth(Caller caller, CompanyId company, YearMonth month) {
        return Proceed.with(
                NamedCompany.permit(companies, caller, Permission.EDIT_SETTLEMENTS, company),
                allowed -> books.lock(allowed)
                        .map(closed -> closed.contain(month.atDay(1))
                                ? Decision.refuse(new MonthClosed(month))
                                : Decision.accept(allowed)));
    }

    private Uni<Decision<Imported, Refusal>> take(Sheet sheet) {
        var rows = new ExtraCostSheet(sheet.company(), sheet.month(), sheet.rows(), sheet.unread());
        return routesOf(sheet.company(), Optional.empty(), Set.of())
                .chain(known -> costs.of(sheet.company(), sheet.month())
                        .chain(present -> Proceed.with(
                                rows.take(known, present, sheet.caller().user(), () -> new ExtraCostId(nextId.get())),
                                taken -> store(sheet, taken))));
    }

    private Uni<Set<RouteId>> routesOf(CompanyId company, Optional<Page.Cursor> cursor, Set<RouteId> before) {
        return routes.list(new CompanyScope.Only(company), new Page.Request(Page.Request.LARGEST, cursor))
                .chain(page -> {
                    Set<RouteId> all = new HashSet<>(before);
                    page.items().forEach(stored -> all.add(stored.value().id()));
                    return page.next().isEmpty() ? Uni.createFrom().item(all) : routesOf(company, page.next(), all);
                });
    }

    /** A sheet that changes nothing edits nothing: whoever sent it is nobody's maker. */
    private Uni<Decision<Imported, Refusal>> store(Sheet sheet, Taken taken) {
        var imported = new Imported(taken.added().size(), taken.changed().size(), taken.unchanged(), false);
        if (taken.changesNothing()) {
            return remember(sheet).replaceWith(() -> Decision.accept(imported));
        }
        return Proceed.with(
                edited(sheet.caller(), "import-extra-costs", sheet.company(), sheet.month()),
                _ -> costs.store(taken).chain(() -> remember(sheet)).replaceWith(() -> Decision.accept(imported)));
    }

    private Uni<Void> remember(Sheet sheet) {
        return costs.rememberFile(sheet.company(), sheet.month(), Optional.of(sheet.digest()));
    }

    private Uni<Decision<SettlementView, Refusal>> edited(
            Caller caller, String action, CompanyId company, YearMonth month) {
        Deed deed = new Deed(caller, Permission.EDIT_SETTLEMENTS, action, Optional.empty());
        return Proceed.with(desk.standingOrFirst(deed, company, month), stored -> edit(deed, stored));
    }

    private Uni<Decision<SettlementView, Refusal>> edit(Deed deed, Versioned<Settlement> stored) {
        return Proceed.with(
                stored.value().edit(deed.caller().user(), clock.instant()),
                changed -> desk.store(deed, stored, changed).map(Decision::accept));
    }

    @Override
    public Uni<Decision<List<ExtraCost>, Refusal>> export(Caller caller, CompanyId company, YearMonth month) {
        return unitOfWork.reading(() -> Proceed.with(
                NamedCompany.permit(companies, caller, Permission.READ_SETTLEMENTS, company),
                allowed -> costs.of(allowed, month).map(Decision::accept)));
    }

    @Override
    public Uni<Decision<List<ExtraCost>, Refusal>> remove(
            Caller caller, CompanyId company, YearMonth month, ExtraCostId cost) {
        return unitOfWork.inTransaction(() -> Proceed.with(
                openMonth(caller, company, month),
                allowed -> costs.of(allowed, month)
                        .chain(present ->
                                present.stream().noneMatch(it -> it.id().equals(cost))
                                        ? Proceed.refused(new NotFound(Thing.EXTRA_COST))
                                        : removeFrom(caller, allowed, month, cost))));
    }

    private Uni<Decision<List<ExtraCost>, Refusal>> removeFrom(
            Caller caller, CompanyId company, YearMonth month, ExtraCostId cost) {
        return Proceed.with(
                edited(caller, "remove-extra-cost", company, month),
                _ -> costs.remove(cost)
                        .chain(_ -> costs.rememberFile(company, month, Optional.empty()))
                        .chain(() -> costs.of(company, month))
                        .map(Decision::accept));
    }
}
