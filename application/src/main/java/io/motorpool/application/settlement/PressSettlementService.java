package io.motorpool.application.settlement;

import static java.util.Objects.requireNonNull;

import io.motorpool.application.company.Companies;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.settlement.SettlementJob.Item;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.application.settlement.SettlementJobs.Claimed;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.settlement.Billing;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A company at a time, each step in a unit of work of its own; what was confirmed before a crash is found confirmed. */
public final class PressSettlementService implements PressSettlement {

    static final Duration LEASE = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final SettlementJobs jobs;
    private final Settlements settlements;
    private final SettlementSources sources;
    private final CapturePrices capture;
    private final SettleMonth settle;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public PressSettlementService(
            UnitOfWork unitOfWork,
            Companies companies,
            SettlementJobs jobs,
            Settlements settlements,
            SettlementSources sources,
            CapturePrices capture,
            SettleMonth settle,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.jobs = jobs;
        this.settlements = settlements;
        this.sources = sources;
        this.capture = capture;
        this.settle = settle;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<SettlementJob, Refusal>> press(Caller caller, YearMonth month, List<CompanyId> companies) {
        Optional<CompanyId> beyond =
                companies.stream().filter(company -> !caller.reaches(company)).findFirst();
        if (beyond.isPresent()) {
            return Proceed.refused(new NotFound(Thing.COMPANY));
        }
        return Proceed.with(
                Permit.anywhere(caller, Permission.CONFIRM_SETTLEMENTS),
                allowed -> unitOfWork
                        .reading(() -> this.companies.present(companies))
                        .chain(present -> present.containsAll(companies)
                                ? begin(allowed, month, companies)
                                : Proceed.refused(new NotFound(Thing.COMPANY))));
    }

    @Override
    public Uni<Decision<SettlementJob, Refusal>> pressAll(Caller caller, YearMonth month) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.CONFIRM_SETTLEMENTS),
                allowed -> unitOfWork
                        .reading(() -> toSettle(allowed, month, Optional.empty(), List.of()))
                        .chain(found -> begin(allowed, month, found)));
    }

    private Uni<Decision<SettlementJob, Refusal>> begin(Caller by, YearMonth month, List<CompanyId> companies) {
        var job = new SettlementJob(
                new JobId(nextId.get()),
                by,
                month,
                clock.instant(),
                companies.stream()
                        .distinct()
                        .map(company -> new Item(company, new Outcome.Waiting()))
                        .toList());
        return unitOfWork.inTransaction(() -> jobs.add(job)).replaceWith(() -> Decision.accept(job));
    }

    /** A page of companies after the other; how the months of a page stand is added up at once. */
    private Uni<List<CompanyId>> toSettle(
            Caller caller, YearMonth month, Optional<Page.Cursor> after, List<CompanyId> before) {
        return companies
                .list(CompanyScope.of(caller, Optional.empty()), new Page.Request(Page.Request.LARGEST, after))
                .chain(page -> toSettle(page, month).chain(found -> {
                    List<CompanyId> all =
                            Stream.concat(before.stream(), found.stream()).toList();
                    return page.next().isEmpty()
                            ? Uni.createFrom().item(all)
                            : toSettle(caller, month, page.next(), all);
                }));
    }

    private Uni<List<CompanyId>> toSettle(Page<Versioned<Company>> page, YearMonth month) {
        List<CompanyId> asked =
                page.items().stream().map(stored -> stored.value().id()).toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(asked)
                : sources.standings(asked, month)
                        .map(standings -> asked.stream()
                                .filter(company ->
                                        !requireNonNull(standings.get(company)).isEmpty())
                                .toList());
    }

    @Override
    public Uni<Decision<SettlementJob, Refusal>> watch(Caller caller, JobId job) {
        return unitOfWork.reading(() -> Proceed.with(
                Permit.anywhere(caller, Permission.READ_SETTLEMENTS),
                allowed -> jobs.find(job)
                        .map(found -> found.filter(it -> isWithinReach(allowed, it))
                                .<Decision<SettlementJob, Refusal>>map(Decision::accept)
                                .orElseGet(() -> Decision.refuse(new NotFound(Thing.SETTLEMENT_JOB))))));
    }

    /** A job shows what became of companies, and is there for whoever reaches all of them. */
    private static boolean isWithinReach(Caller caller, SettlementJob job) {
        return job.items().stream().map(Item::company).allMatch(caller::reaches);
    }

    @Override
    public Uni<Decision<Boolean, Refusal>> workOn(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.POST_SETTLEMENTS),
                _ -> unitOfWork
                        .inTransaction(() -> jobs.claim(clock.instant(), LEASE))
                        .chain(claimed -> claimed.map(it -> settle(it)
                                        .chain(outcome -> record(it, outcome))
                                        .replaceWith(Boolean.TRUE))
                                .orElseGet(() -> Uni.createFrom().item(Boolean.FALSE)))
                        .map(Decision::accept));
    }

    private Uni<Void> record(Claimed claimed, Outcome outcome) {
        return unitOfWork.inTransaction(() -> jobs.record(claimed.job(), claimed.company(), outcome));
    }

    private Uni<Outcome> settle(Claimed claimed) {
        YearMonth month = claimed.month();
        CompanyId company = claimed.company();
        return unitOfWork
                .reading(() -> settlements.of(company, month))
                .map(PressSettlementService::confirmed)
                .chain(confirmed -> confirmed
                        .<Uni<Outcome>>map(it -> Uni.createFrom().item(new Outcome.Confirmed(it.id())))
                        .orElseGet(() -> settle(claimed.by(), company, month)))
                .onFailure(RuntimeException.class)
                .recoverWithItem(new Outcome.Failed());
    }

    private static Optional<Settlement> confirmed(Billing billing) {
        return billing.standing().filter(Settlement::isConfirmed);
    }

    private Uni<Outcome> settle(Caller by, CompanyId company, YearMonth month) {
        Uni<Decision<SettlementView, Refusal>> settled = Proceed.with(
                capture.capture(by, Optional.of(company), month),
                _ -> Proceed.with(
                        settle.calculate(by, company, month),
                        view -> settle.confirm(by, view.head().id(), view.version())));
        return settled.map(decision ->
                decision.fold(view -> new Outcome.Confirmed(view.head().id()), PressSettlementService::refused));
    }

    private static Outcome refused(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return new Outcome.Refused(explained.code(), explained.facts());
    }
}
