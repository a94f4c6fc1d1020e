package io.motorpool.application.drivinglog;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.Companies;
import io.motorpool.application.drivinglog.LogBinder.Bound;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.LogChangedMeanwhile;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.LogClosed;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.ReviewsOpen;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TaxPeriodNotOver;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workbook is made without holding anybody up. Then the company is locked, and if somebody has said something since, it
 * is not closed: what was made is not what would be handed in.
 */
public final class CloseDrivingLogService implements CloseDrivingLog {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final LogFacts facts;
    private final LogClosings closings;
    private final LogFiles files;
    private final LogBinder binder;
    private final Journal journal;
    private final Clock clock;

    public CloseDrivingLogService(
            UnitOfWork unitOfWork,
            Companies companies,
            LogFacts facts,
            LogClosings closings,
            LogFiles files,
            LogBinder binder,
            Journal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.facts = facts;
        this.closings = closings;
        this.files = files;
        this.binder = binder;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<LogClosing, Refusal>> close(Caller caller, CompanyId company, TaxPeriod period) {
        return Proceed.with(
                unitOfWork.reading(() -> companies.find(company).map(found -> permitted(caller, found))),
                allowed -> period.isOver(clock.instant())
                        ? closeOver(caller, allowed, period)
                        : Proceed.refused(new TaxPeriodNotOver(period)));
    }

    private static Decision<Company, Refusal> permitted(Caller caller, Optional<Versioned<Company>> found) {
        return Permit.to(caller, Permission.CLOSE_DRIVING_LOG, Thing.COMPANY, found.map(Versioned::value), Company::id)
                .widened();
    }

    private Uni<Decision<LogClosing, Refusal>> closeOver(Caller caller, Company company, TaxPeriod period) {
        return Proceed.with(
                unitOfWork.reading(() -> stillOpen(company.id(), period)),
                _ -> unitOfWork
                        .reading(() -> facts.count(company.id()))
                        .chain(known -> Proceed.with(
                                binder.bind(company, period),
                                bound -> decided(bound)
                                        ? unitOfWork.inTransaction(() -> store(caller, company, period, bound, known))
                                        : Proceed.refused(new ReviewsOpen(
                                                bound.completeness().totalNeedingReview())))));
    }

    private static boolean decided(Bound bound) {
        return bound.completeness().totalNeedingReview() == 0;
    }

    private Uni<Decision<CompanyId, Refusal>> stillOpen(CompanyId company, TaxPeriod period) {
        return closings.of(company)
                .map(all -> all.stream()
                        .filter(closing -> closing.period().overlaps(period))
                        .findFirst()
                        .<Decision<CompanyId, Refusal>>map(closing -> Decision.refuse(new LogClosed(closing.period())))
                        .orElseGet(() -> Decision.accept(company)));
    }

    private Uni<Decision<LogClosing, Refusal>> store(
            Caller caller, Company company, TaxPeriod period, Bound bound, long known) {
        return companies
                .lock(company.id())
                .chain(() -> facts.count(company.id()))
                .chain(now -> now == known
                        ? keep(caller, company, period, bound)
                        : Proceed.refused(new LogChangedMeanwhile()));
    }

    private Uni<Decision<LogClosing, Refusal>> keep(Caller caller, Company company, TaxPeriod period, Bound bound) {
        var closing = new LogClosing(
                company.id(), period, FileDigest.of(bound.file()), bound.rows(), caller.user(), clock.instant());
        return closings.add(closing)
                .chain(added -> added
                        ? files.keep(bound.file())
                                .chain(_ -> journal.write(deed(caller), List.of(effect(closing)), List.of()))
                                .replaceWith(() -> Decision.accept(closing))
                        : Proceed.refused(new LogClosed(period)));
    }

    private static Deed deed(Caller caller) {
        return new Deed(caller, Permission.CLOSE_DRIVING_LOG, "close-driving-log", Optional.empty());
    }

    private static Effect effect(LogClosing closing) {
        return new Effect(
                closing.company(),
                closing.company().value(),
                Map.of(),
                Map.of(
                        "from", closing.period().from().toString(),
                        "until", closing.period().until().toString(),
                        "sheets", closing.sheets().hex(),
                        "rows", Long.toString(closing.rows())));
    }
}
