package io.motorpool.application.drivinglog;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.drivinglog.LogBinder.Bound;
import io.motorpool.application.drivinglog.LogExport.Outcome;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.ExportNotReady;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** An export at a time; what was made before a crash is made again, and is the same. */
public final class ExportDrivingLogService implements ExportDrivingLog {

    static final Duration LEASE = Duration.ofMinutes(5);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final LogExports exports;
    private final LogFiles files;
    private final LogDesk desk;
    private final LogBinder binder;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public ExportDrivingLogService(
            UnitOfWork unitOfWork,
            Companies companies,
            LogExports exports,
            LogFiles files,
            LogDesk desk,
            LogBinder binder,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.exports = exports;
        this.files = files;
        this.desk = desk;
        this.binder = binder;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<LogExport, Refusal>> request(Caller caller, CompanyId company, TaxPeriod period) {
        return unitOfWork.inTransaction(() ->
                Proceed.with(NamedCompany.permit(companies, caller, Permission.READ_DRIVING_LOG, company), allowed -> {
                    LogExport export = new LogExport(
                            new ExportId(nextId.get()),
                            caller,
                            allowed,
                            period,
                            clock.instant(),
                            new Outcome.Waiting());
                    return exports.add(export).replaceWith(() -> Decision.accept(export));
                }));
    }

    @Override
    public Uni<Decision<LogExport, Refusal>> watch(Caller caller, ExportId export) {
        return unitOfWork.reading(() -> permitted(caller, export));
    }

    private Uni<Decision<LogExport, Refusal>> permitted(Caller caller, ExportId export) {
        return exports.find(export)
                .map(found -> Permit.to(
                                caller,
                                Permission.READ_DRIVING_LOG,
                                Thing.DRIVING_LOG_EXPORT,
                                found,
                                LogExport::company)
                        .widened());
    }

    @Override
    public Uni<Decision<Fetched, Refusal>> fetch(Caller caller, ExportId export) {
        return unitOfWork.reading(() -> Proceed.with(
                permitted(caller, export),
                found -> found.outcome() instanceof Outcome.Ready ready
                        ? parts(ready.file(), found.period()).map(Decision::accept)
                        : Proceed.refused(new ExportNotReady())));
    }

    private Uni<Fetched> parts(FileDigest file, TaxPeriod period) {
        return files.length(file)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("the file %s is gone".formatted(file))))
                .map(length -> new Fetched(period, length, new FileParts(unitOfWork, files, file, length)));
    }

    @Override
    public Uni<Decision<Boolean, Refusal>> workOn(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                _ -> unitOfWork
                        .inTransaction(() -> exports.claim(clock.instant(), LEASE))
                        .chain(claimed -> claimed.map(this::work)
                                .orElseGet(() -> Uni.createFrom().item(Boolean.FALSE)))
                        .map(Decision::accept));
    }

    private Uni<Boolean> work(LogExport export) {
        return make(export)
                .onFailure(RuntimeException.class)
                .recoverWithItem(new Outcome.Failed())
                .chain(outcome -> unitOfWork.inTransaction(() -> exports.record(export.id(), outcome)))
                .replaceWith(Boolean.TRUE);
    }

    private Uni<Outcome> make(LogExport export) {
        return unitOfWork
                .reading(() -> desk.closing(export.company(), export.period()))
                .chain(closing -> closing.map(ExportDrivingLogService::kept).orElseGet(() -> bind(export)));
    }

    private static Uni<Outcome> kept(LogClosing closing) {
        return Uni.createFrom().item(new Outcome.Ready(closing.sheets(), closing.rows(), 0));
    }

    private Uni<Outcome> bind(LogExport export) {
        Uni<Decision<Outcome, Refusal>> made = unitOfWork
                .reading(() -> companies.find(export.company()))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("export without a company")))
                .chain(company -> keep(company.value(), export.period()));
        return made.map(decision -> decision.fold(outcome -> outcome, ExportDrivingLogService::refused));
    }

    private Uni<Decision<Outcome, Refusal>> keep(Company company, TaxPeriod period) {
        return Proceed.with(
                binder.bind(company, period),
                bound -> unitOfWork
                        .inTransaction(() -> files.keep(bound.file()))
                        .map(digest -> Decision.accept(ready(digest, bound))));
    }

    private static Outcome ready(FileDigest digest, Bound bound) {
        return new Outcome.Ready(digest, bound.rows(), bound.completeness().totalNeedingReview());
    }

    private static Outcome refused(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return new Outcome.Refused(explained.code(), explained.facts());
    }
}
