package io.motorpool.application.settlement;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.company.Companies;
import io.motorpool.application.route.Books;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.settlement.ConfirmationPolicy;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementRefusal.NotPossibleForSettlement;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementStep;
import io.motorpool.domain.settlement.SettlementRefusal.TotalBelowZero;
import io.motorpool.domain.settlement.Snapshot;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every step under the lock of the company's books: nothing is driven into a month while it is being confirmed. */
public final class SettleMonthService implements SettleMonth {

    private static final PermitChange<Settlement> CONFIRM = new PermitChange<>(
            Permission.CONFIRM_SETTLEMENTS, Thing.SETTLEMENT, it -> it.head().company());

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Books books;
    private final Settlements settlements;
    private final SettlementSources sources;
    private final Snapshots snapshots;
    private final SettlementDesk desk;
    private final ConfirmationPolicy policy;
    private final Clock clock;

    public SettleMonthService(
            UnitOfWork unitOfWork,
            Companies companies,
            Books books,
            Settlements settlements,
            SettlementSources sources,
            Snapshots snapshots,
            SettlementDesk desk,
            ConfirmationPolicy policy,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.books = books;
        this.settlements = settlements;
        this.sources = sources;
        this.snapshots = snapshots;
        this.desk = desk;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> calculate(Caller caller, CompanyId company, YearMonth month) {
        Deed deed = new Deed(caller, Permission.CALCULATE_SETTLEMENTS, "calculate-settlement", Optional.empty());
        return unitOfWork.inTransaction(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        known(caller, Permission.CALCULATE_SETTLEMENTS, found),
                        it -> books.lock(company)
                                .chain(() -> Proceed.with(
                                        desk.standingOrFirst(deed, company, month),
                                        stored -> calculate(deed, stored))))));
    }

    private static Decision<Company, Refusal> known(
            Caller caller, Permission permission, Optional<Versioned<Company>> found) {
        return Permit.to(caller, permission, Thing.COMPANY, found.map(Versioned::value), Company::id)
                .widened();
    }

    private Uni<Decision<SettlementView, Refusal>> calculate(Deed deed, Versioned<Settlement> stored) {
        return standing(stored.value().head())
                .chain(standing -> Proceed.with(
                        stored.value().calculate(standing, clock.instant()),
                        changed -> desk.store(deed, stored, changed).map(Decision::accept)));
    }

    private Uni<Standing> standing(SettlementHead head) {
        return sources.standings(List.of(head.company()), head.month())
                .map(standings -> Objects.requireNonNull(standings.get(head.company())));
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> confirm(Caller caller, SettlementId settlement, Version seen) {
        Deed deed = new Deed(caller, Permission.CONFIRM_SETTLEMENTS, "confirm-settlement", Optional.empty());
        return locked(settlement, found -> confirmable(caller, seen, found), stored -> confirm(deed, stored));
    }

    /**
     * Of several who confirm at once one comes first; the others hear that it is done (P18), and not that they should look
     * again at what nobody can change any more.
     */
    private static Decision<Versioned<Settlement>, Refusal> confirmable(
            Caller caller, Version seen, Optional<Versioned<Settlement>> found) {
        return found.filter(stored -> stored.value().isConfirmed())
                .map(stored -> CONFIRM.to(caller, stored.version(), found).then(SettleMonthService::confirmedAlready))
                .orElseGet(() -> CONFIRM.to(caller, seen, found));
    }

    private static Decision<Versioned<Settlement>, Refusal> confirmedAlready(Versioned<Settlement> stored) {
        return Decision.refuse(new NotPossibleForSettlement(stored.value().status(), SettlementStep.CONFIRM));
    }

    private interface Gate {
        Decision<Versioned<Settlement>, Refusal> to(Optional<Versioned<Settlement>> found);
    }

    private interface Step {
        Uni<Decision<SettlementView, Refusal>> on(Versioned<Settlement> stored);
    }

    /** Found once to know whose books to lock, and again under the lock. */
    private Uni<Decision<SettlementView, Refusal>> locked(SettlementId settlement, Gate gate, Step step) {
        return unitOfWork.inTransaction(() -> settlements
                .find(settlement)
                .chain(found -> Proceed.with(
                        gate.to(found),
                        visible -> books.lock(visible.value().head().company())
                                .chain(() -> settlements.find(settlement))
                                .chain(again -> Proceed.with(gate.to(again), step::on)))));
    }

    private Uni<Decision<SettlementView, Refusal>> confirm(Deed deed, Versioned<Settlement> stored) {
        Settlement settlement = stored.value();
        if (!(settlement instanceof Settlement.Calculated)) {
            return Proceed.refused(new NotPossibleForSettlement(settlement.status(), SettlementStep.CONFIRM));
        }
        SettlementHead head = settlement.head();
        return standing(head)
                .chain(standing -> sources.statement(head)
                        .chain(statement -> snapshots
                                .next(head.company())
                                .chain(link -> confirm(deed, stored, standing, statement, link))));
    }

    private Uni<Decision<SettlementView, Refusal>> confirm(
            Deed deed, Versioned<Settlement> stored, Standing standing, Statement statement, Link link) {
        if (statement.totals().isEmpty()) {
            long won = statement.sections().stream()
                    .mapToLong(section -> section.supply().won())
                    .sum();
            return Proceed.refused(new TotalBelowZero(won));
        }
        Instant now = clock.instant();
        Snapshot snapshot = Snapshot.of(statement, deed.caller().user(), now, link);
        return Proceed.with(
                stored.value().confirm(deed.caller().user(), policy, standing, snapshot, now),
                changed -> snapshots
                        .add(changed.settlement().head(), snapshot)
                        .chain(() -> desk.store(deed, stored, changed))
                        .map(Decision::accept));
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> reverse(
            Caller caller, SettlementId settlement, Version seen, Reason reason) {
        Deed deed = new Deed(caller, Permission.CONFIRM_SETTLEMENTS, "reverse-settlement", Optional.of(reason));
        return locked(settlement, found -> CONFIRM.to(caller, seen, found), stored -> {
            SettlementHead head = stored.value().head();
            return settlements
                    .of(head.company(), head.month())
                    .chain(billing -> Proceed.with(billing.reversible(stored.value()), bill -> reverse(deed, bill)));
        });
    }

    private Uni<Decision<SettlementView, Refusal>> reverse(Deed deed, Settlement bill) {
        if (!(bill instanceof Settlement.Posted posted)) {
            return Proceed.refused(new NotPossibleForSettlement(bill.status(), SettlementStep.REVERSE));
        }
        SettlementHead head = bill.head();
        return companies
                .find(head.company())
                .chain(company -> company.isEmpty()
                        ? Proceed.refused(new NotFound(Thing.COMPANY))
                        : desk.head(head.company(), head.month(), new Purpose.Reversal(head.id()))
                                .chain(reversal -> snapshots
                                        .next(head.company())
                                        .chain(link -> reverse(
                                                deed,
                                                posted,
                                                reversal,
                                                party(company.get().value()),
                                                link))));
    }

    private static Party party(Company company) {
        return new Party(company.name(), company.businessNumber());
    }

    private Uni<Decision<SettlementView, Refusal>> reverse(
            Deed deed, Settlement.Posted bill, SettlementHead reversal, Party party, Link link) {
        Instant now = clock.instant();
        Snapshot snapshot =
                Snapshot.ofReversal(reversal, bill, party, deed.caller().user(), now, link);
        return Proceed.with(
                bill.reverse(reversal, deed.caller().user(), snapshot, now),
                reversed -> snapshots
                        .add(reversal, snapshot)
                        .chain(() -> desk.addConfirmed(deed, reversed.reversal(), reversed.facts()))
                        .map(Decision::accept));
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> reissue(Caller caller, CompanyId company, YearMonth month) {
        Deed deed = new Deed(caller, Permission.CONFIRM_SETTLEMENTS, "reissue-settlement", Optional.empty());
        return unitOfWork.inTransaction(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        known(caller, Permission.CONFIRM_SETTLEMENTS, found),
                        it -> books.lock(company)
                                .chain(() -> settlements.of(company, month))
                                .chain(billing -> Proceed.with(
                                        desk.open(deed, company, month, billing.reissue()),
                                        opened -> Proceed.done(SettlementView.of(opened)))))));
    }
}
