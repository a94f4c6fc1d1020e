package io.motorpool.application.settlement;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.route.Books;
import io.motorpool.application.route.ReportRuns;
import io.motorpool.application.route.ReportRuns.News;
import io.motorpool.application.route.ReportRuns.Report;
import io.motorpool.application.route.Routes;
import io.motorpool.application.route.Runs;
import io.motorpool.application.route.Slots;
import io.motorpool.application.settlement.RunWorkbooks.Reading;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.RunSheet;
import io.motorpool.domain.settlement.RunSheet.Reported;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nothing is read of a file before it is clear that its sender may report the company's runs. What is reported then goes the
 * way of every other report, in one unit of work, decided on what the runs are at that moment.
 */
public final class ExchangeRunsService implements ExchangeRuns {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Routes routes;
    private final Slots slots;
    private final Runs runs;
    private final Books books;
    private final RunWorkbooks workbooks;
    private final ReportRuns reports;
    private final Clock clock;

    public ExchangeRunsService(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            Slots slots,
            Runs runs,
            Books books,
            RunWorkbooks workbooks,
            ReportRuns reports,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.routes = routes;
        this.slots = slots;
        this.runs = runs;
        this.books = books;
        this.workbooks = workbooks;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<byte[], Refusal>> export(Caller caller, CompanyId company, LocalDate serviceDate) {
        return Proceed.with(
                unitOfWork.reading(() -> Proceed.with(
                        NamedCompany.permit(companies, caller, Permission.READ_ROUTES, company),
                        allowed -> rowsOf(allowed, serviceDate).map(Decision::accept))),
                rows -> workbooks.write(rows).map(Decision::accept));
    }

    private Uni<List<RunWorkbooks.Row>> rowsOf(CompanyId company, LocalDate serviceDate) {
        return namesOf(company)
                .chain(names -> runsOf(company, serviceDate)
                        .map(found -> found.stream()
                                .map(Versioned::value)
                                .sorted(Comparator.comparing(
                                                (Run run) -> run.plan().departure())
                                        .thenComparing(run -> run.id().value()))
                                .map(names::written)
                                .toList()));
    }

    @Override
    public Uni<Decision<Taken, Refusal>> take(Upload upload) {
        return Proceed.with(
                unitOfWork.reading(() -> Proceed.with(
                        NamedCompany.permit(companies, upload.caller(), Permission.REPORT_RUNS, upload.company()),
                        allowed -> namesOf(allowed).map(Decision::accept))),
                names -> workbooks.read(upload.workbook()).chain(reading -> take(upload, names, reading)));
    }

    private Uni<Decision<Taken, Refusal>> take(Upload upload, RunRows names, Reading reading) {
        return switch (reading) {
            case Reading.NotRead(var why) -> Proceed.refused(UnreadableFiles.refused(why));
            case Reading.Faulty(var faults, var rows) ->
                takeSheet(upload, names.read(upload.serviceDate(), rows, faults));
            case Reading.Read(var rows) -> takeSheet(upload, names.read(upload.serviceDate(), rows, List.of()));
        };
    }

    private Uni<Decision<Taken, Refusal>> takeSheet(Upload upload, RunSheet sheet) {
        return unitOfWork.inTransaction(() -> books.hold(upload.company())
                .chain(closed -> Proceed.with(
                        open(closed, sheet.serviceDate()),
                        day -> runsOf(upload.company(), day).chain(known -> report(upload, sheet, known)))));
    }

    private static Decision<LocalDate, Refusal> open(ClosedMonths closed, LocalDate serviceDate) {
        return closed.contain(serviceDate)
                ? Decision.refuse(new MonthClosed(YearMonth.from(serviceDate)))
                : Decision.accept(serviceDate);
    }

    private Uni<Decision<Taken, Refusal>> report(Upload upload, RunSheet sheet, List<Versioned<Run>> known) {
        Map<RunId, Version> versions =
                known.stream().collect(Collectors.toMap(it -> it.value().id(), Versioned::version));
        return Proceed.with(
                sheet.take(known.stream().map(Versioned::value).toList(), clock.instant()),
                taken -> reports.reportAll(taken.reports().stream()
                                .map(it -> new Report(upload.caller(), it.run().id(), seen(versions, it), news(it)))
                                .toList())
                        .map(decision -> decision.map(done -> new Taken(done.size(), taken.unchanged()))));
    }

    private static Version seen(Map<RunId, Version> versions, Reported report) {
        return versions.getOrDefault(report.run().id(), Version.FIRST);
    }

    private static News news(Reported report) {
        return switch (report) {
            case Reported.Driven driven -> new News.Driven(driven.left(), driven.arrived());
            case Reported.Arrived arrived -> new News.Arrived(arrived.arrived());
            case Reported.DidNotTakePlace cancelled -> new News.DidNotTakePlace(cancelled.cause());
        };
    }

    private Uni<RunRows> namesOf(CompanyId company) {
        CompanyScope own = new CompanyScope.Only(company);
        Uni<List<Versioned<Route>>> allRoutes = all(page -> routes.list(own, page), Optional.empty(), List.of());
        return allRoutes.chain(found -> this.<Slot>all(
                        page -> slots.list(own, Optional.empty(), page), Optional.empty(), List.of())
                .map(served -> new RunRows(values(found), values(served))));
    }

    private static <T> List<T> values(List<Versioned<T>> stored) {
        return stored.stream().map(Versioned::value).toList();
    }

    private Uni<List<Versioned<Run>>> runsOf(CompanyId company, LocalDate serviceDate) {
        return all(page -> runs.list(new CompanyScope.Only(company), serviceDate, page), Optional.empty(), List.of());
    }

    /** Page after page. */
    private <T> Uni<List<Versioned<T>>> all(
            Function<Page.Request, Uni<Page<Versioned<T>>>> pages,
            Optional<Page.Cursor> after,
            List<Versioned<T>> before) {
        return pages.apply(new Page.Request(Page.Request.LARGEST, after)).chain(page -> {
            List<Versioned<T>> found =
                    Stream.concat(before.stream(), page.items().stream()).toList();
            return page.next().isEmpty() ? Uni.createFrom().item(found) : all(pages, page.next(), found);
        });
    }
}
