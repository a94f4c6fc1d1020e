package io.motorpool.application.settlement;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.route.Routes;
import io.motorpool.application.settlement.EditExtraCosts.Imported;
import io.motorpool.application.settlement.EditExtraCosts.Sheet;
import io.motorpool.application.settlement.ExtraCostRows.Understood;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Reading;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nothing is read of a file before it is clear that its sender may change the company's costs. */
public final class ExchangeExtraCostsService implements ExchangeExtraCosts {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Routes routes;
    private final ExtraCostWorkbooks workbooks;
    private final EditExtraCosts costs;

    public ExchangeExtraCostsService(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            ExtraCostWorkbooks workbooks,
            EditExtraCosts costs) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.routes = routes;
        this.workbooks = workbooks;
        this.costs = costs;
    }

    @Override
    public Uni<Decision<byte[], Refusal>> template(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_SETTLEMENTS),
                _ -> workbooks.write(List.of()).map(Decision::accept));
    }

    @Override
    public Uni<Decision<byte[], Refusal>> export(Caller caller, CompanyId company, YearMonth month) {
        return Proceed.with(
                costs.export(caller, company, month),
                found -> unitOfWork
                        .reading(() -> routesOf(company, Optional.empty(), List.of()))
                        .chain(known -> workbooks.write(rows(new RouteNames(known), found)))
                        .map(Decision::accept));
    }

    private static List<ExtraCostWorkbooks.Row> rows(RouteNames names, List<ExtraCost> costs) {
        return costs.stream().map(cost -> ExtraCostRows.written(names, cost)).toList();
    }

    @Override
    public Uni<Decision<Imported, Refusal>> take(Upload upload, Progress progress) {
        return Proceed.with(
                unitOfWork.reading(() -> Proceed.with(
                        NamedCompany.permit(companies, upload.caller(), Permission.EDIT_SETTLEMENTS, upload.company()),
                        allowed ->
                                routesOf(allowed, Optional.empty(), List.of()).map(Decision::accept))),
                known -> workbooks
                        .read(upload.workbook())
                        .chain(reading -> take(upload, progress, new RouteNames(known), reading)));
    }

    private Uni<Decision<Imported, Refusal>> take(Upload upload, Progress progress, RouteNames names, Reading reading) {
        return switch (reading) {
            case Reading.NotRead(var why) -> Proceed.refused(UnreadableFiles.refused(why));
            case Reading.Faulty(var faults, var rows) ->
                store(upload, progress, ExtraCostRows.read(names, rows, faults));
            case Reading.Read(var rows) -> store(upload, progress, ExtraCostRows.read(names, rows, List.of()));
        };
    }

    private Uni<Decision<Imported, Refusal>> store(Upload upload, Progress progress, Understood understood) {
        if (understood.faults().isEmpty()) {
            progress.read(understood.rows().size());
        }
        return costs.importSheet(new Sheet(
                upload.caller(),
                upload.company(),
                upload.month(),
                digest(upload.workbook()),
                understood.rows(),
                understood.faults()));
    }

    private Uni<List<Route>> routesOf(CompanyId company, Optional<Page.Cursor> after, List<Route> before) {
        return routes.list(new CompanyScope.Only(company), new Page.Request(Page.Request.LARGEST, after))
                .chain(page -> {
                    List<Route> all = Stream.concat(
                                    before.stream(), page.items().stream().map(stored -> stored.value()))
                            .toList();
                    return page.next().isEmpty() ? Uni.createFrom().item(all) : routesOf(company, page.next(), all);
                });
    }

    private static String digest(byte[] workbook) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(workbook));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
