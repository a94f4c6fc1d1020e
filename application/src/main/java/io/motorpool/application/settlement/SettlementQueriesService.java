package io.motorpool.application.settlement;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.route.Routes;
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
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.settlement.Billing;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.Explanation;
import io.motorpool.domain.settlement.Finding;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.Verification;
import io.motorpool.domain.settlement.Verification.Chain;
import io.motorpool.domain.settlement.Verification.Kept;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Answers from views, from sources and from what was frozen. */
public final class SettlementQueriesService implements SettlementQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Settlements settlements;
    private final SettlementSources sources;
    private final Snapshots snapshots;
    private final Routes routes;
    private final ErpAccounts accounts;
    private final PostedDocuments documents;
    private final Clock clock;

    public SettlementQueriesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Settlements settlements,
            SettlementSources sources,
            Snapshots snapshots,
            Routes routes,
            ErpAccounts accounts,
            ErpLedger ledger,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.settlements = settlements;
        this.sources = sources;
        this.snapshots = snapshots;
        this.routes = routes;
        this.accounts = accounts;
        this.documents = new PostedDocuments(unitOfWork, settlements, new BillingRequests(snapshots, accounts), ledger);
        this.clock = clock;
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> settlement(Caller caller, SettlementId settlement) {
        return of(caller, settlement, stored -> Proceed.done(SettlementView.of(stored)));
    }

    @Override
    public Uni<Decision<Page<SettlementView>, Refusal>> settlements(
            Caller caller, Optional<CompanyId> company, Optional<YearMonth> month, Page.Request page) {
        return unitOfWork.reading(() -> Proceed.with(
                Permit.anywhere(caller, Permission.READ_SETTLEMENTS),
                allowed -> settlements
                        .list(CompanyScope.of(allowed, company), month, page)
                        .map(found -> Decision.accept(found.<SettlementView>map(SettlementView::of)))));
    }

    @Override
    public Uni<Decision<List<Blocker>, Refusal>> blockers(Caller caller, CompanyId company, YearMonth month) {
        return unitOfWork.reading(() -> Proceed.with(
                NamedCompany.permit(companies, caller, Permission.READ_SETTLEMENTS, company),
                allowed -> sources.standings(List.of(allowed), month)
                        .map(standings -> Decision.accept(Blocker.of(
                                month,
                                Objects.requireNonNull(standings.get(allowed)),
                                LocalDate.ofInstant(clock.instant(), BusinessZone.SEOUL))))));
    }

    @Override
    public Uni<Decision<Statement, Refusal>> statement(Caller caller, SettlementId settlement) {
        return of(caller, settlement, stored -> statement(stored.value()).map(Decision::accept));
    }

    private Uni<Statement> statement(Settlement settlement) {
        return settlement.isConfirmed()
                ? snapshots.find(settlement.id()).map(kept -> kept.orElseThrow().statement())
                : sources.statement(settlement.head());
    }

    @Override
    public Uni<Decision<Optional<ErpAccount>, Refusal>> erpAccount(Caller caller, CompanyId company) {
        return unitOfWork.reading(() -> Proceed.with(
                NamedCompany.permit(companies, caller, Permission.READ_SETTLEMENTS, company),
                allowed -> accounts.of(allowed).map(Decision::accept)));
    }

    @Override
    public Uni<Decision<Explanation, Refusal>> explain(Caller caller, SettlementId settlement, RunId run) {
        return of(
                caller,
                settlement,
                stored -> snapshots
                        .find(settlement)
                        .chain(kept -> kept.map(it -> explain(it, run))
                                .orElseGet(() -> Proceed.refused(new NotFound(Thing.RUN)))));
    }

    private Uni<Decision<Explanation, Refusal>> explain(Kept kept, RunId run) {
        return kept.statement().sections().stream()
                .flatMap(section -> section.runs().stream())
                .filter(line -> line.run().equals(run))
                .findFirst()
                .map(line -> explain(kept, line))
                .orElseGet(() -> Proceed.refused(new NotFound(Thing.RUN)));
    }

    private Uni<Decision<Explanation, Refusal>> explain(Kept kept, OfRun line) {
        return routes.find(line.route())
                .chain(route -> route.isEmpty()
                        ? Proceed.refused(new NotFound(Thing.ROUTE))
                        : routes.ratesOf(route.get().value())
                                .map(rates -> Explanation.of(kept, line.run(), rates)
                                        .<Decision<Explanation, Refusal>>map(Decision::accept)
                                        .orElseGet(() -> Decision.refuse(new NotFound(Thing.RUN)))));
    }

    @Override
    public Uni<Decision<Verified, Refusal>> verify(Caller caller, CompanyId company) {
        return Proceed.with(
                unitOfWork.reading(() -> Proceed.with(
                        NamedCompany.permit(companies, caller, Permission.READ_SETTLEMENTS, company),
                        allowed -> snapshots
                                .chain(allowed)
                                .chain(chain ->
                                        stored(chain).map(finding -> Decision.accept(new Stored(chain, finding)))))),
                stored -> inErp(stored).map(Decision::accept));
    }

    /** What was kept here, and what is wrong with it. */
    private record Stored(Chain chain, Optional<Finding> finding) {}

    private Uni<Optional<Finding>> stored(Chain chain) {
        return Verification.ofChain(chain)
                .map(finding -> Uni.createFrom().item(Optional.of(finding)))
                .orElseGet(() -> ofEach(0, chain.kept()));
    }

    private Uni<Verified> inErp(Stored stored) {
        List<Kept> kept = stored.chain().kept();
        if (stored.finding().isPresent()) {
            return Uni.createFrom().item(new Verified(kept.size(), Optional.empty(), stored.finding()));
        }
        return documents
                .compare(kept.stream().map(it -> it.statement().head().id()).toList())
                .map(compared -> new Verified(kept.size(), compared.documents(), compared.finding()));
    }

    /** One after the other, until one differs. */
    private Uni<Optional<Finding>> ofEach(int index, List<Kept> chain) {
        if (index == chain.size()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return ofDocument(chain.get(index))
                .chain(finding -> finding.isPresent() ? Uni.createFrom().item(finding) : ofFacts(chain.get(index)))
                .chain(finding -> finding.isPresent() ? Uni.createFrom().item(finding) : ofEach(index + 1, chain));
    }

    private Uni<Optional<Finding>> ofDocument(Kept kept) {
        return settlements
                .find(kept.statement().head().id())
                .map(stored -> stored.flatMap(it -> Verification.ofDocument(kept, it.value())));
    }

    /** The sources of a bill that was reversed have been corrected since; a reversal has none of its own. */
    private Uni<Optional<Finding>> ofFacts(Kept kept) {
        SettlementHead head = kept.statement().head();
        return settlements
                .of(head.company(), head.month())
                .chain(billing -> stands(billing, head)
                        ? sources.statement(head).map(now -> Verification.ofFacts(kept, now))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static boolean stands(Billing billing, SettlementHead head) {
        return billing.standing().filter(bill -> bill.id().equals(head.id())).isPresent();
    }

    private <T> Uni<Decision<T, Refusal>> of(
            Caller caller, SettlementId settlement, Function<Versioned<Settlement>, Uni<Decision<T, Refusal>>> answer) {
        return unitOfWork.reading(() -> settlements
                .find(settlement)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_SETTLEMENTS,
                                Thing.SETTLEMENT,
                                found,
                                stored -> stored.value().head().company()),
                        answer)));
    }
}
