package io.motorpool.application.settlement;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.settlement.Attempt;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementBlocked;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Three steps: a unit of work says that the ERP is about to be asked, then it is asked, then a unit of work says what became
 * of it. Whoever dies in between leaves a lease behind; once it is over the next one asks, and says since when something may
 * be under way.
 */
public final class PostSettlementsService implements PostSettlements {

    private static final PermitChange<Settlement> POST = new PermitChange<>(
            Permission.POST_SETTLEMENTS, Thing.SETTLEMENT, it -> it.head().company());

    private final UnitOfWork unitOfWork;
    private final Settlements settlements;
    private final BillingRequests requests;
    private final ErpLedger ledger;
    private final SettlementDesk desk;
    private final Clock clock;

    public PostSettlementsService(
            UnitOfWork unitOfWork,
            Settlements settlements,
            Snapshots snapshots,
            ErpAccounts accounts,
            ErpLedger ledger,
            SettlementDesk desk,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.settlements = settlements;
        this.requests = new BillingRequests(snapshots, accounts);
        this.ledger = ledger;
        this.desk = desk;
        this.clock = clock;
    }

    /** What is about to be asked. */
    private record Begun(
            SettlementId settlement,
            Attempt attempt,
            BillingRequest request,
            @Nullable Instant before) {}

    @Override
    public Uni<Decision<Optional<SettlementView>, Refusal>> postNext(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.POST_SETTLEMENTS),
                allowed -> unitOfWork
                        .inTransaction(() -> settlements
                                .due(clock.instant())
                                .chain(due -> due.map(it -> begin(allowed, it).map(begun -> begun.map(Optional::of)))
                                        .orElseGet(() -> Proceed.done(Optional.empty()))))
                        .chain(decision -> Proceed.with(
                                decision,
                                begun -> begun.map(it -> ask(allowed, it)
                                                .map(Optional::of)
                                                .<Decision<Optional<SettlementView>, Refusal>>map(Decision::accept))
                                        .orElseGet(() -> Proceed.done(Optional.empty())))));
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> post(Caller caller, SettlementId settlement, Version seen) {
        return unitOfWork
                .inTransaction(() -> settlements
                        .find(settlement)
                        .chain(found -> Proceed.with(POST.to(caller, seen, found), stored -> begin(caller, stored))))
                .chain(decision ->
                        Proceed.with(decision, begun -> ask(caller, begun).map(Decision::accept)));
    }

    private Uni<Decision<Begun, Refusal>> begin(Caller caller, Versioned<Settlement> stored) {
        Settlement settlement = stored.value();
        Instant before = settlement instanceof Settlement.Posting posting
                ? posting.last().underWaySince()
                : null;
        return Proceed.with(
                settlement.post(clock.instant()),
                changed -> Proceed.with(
                        request(settlement.head()),
                        request -> desk.store(deed(caller), stored, changed)
                                .replaceWith(() -> Decision.accept(new Begun(
                                        settlement.id(), changed.settlement().last(), request, before)))));
    }

    private static Deed deed(Caller caller) {
        return new Deed(caller, Permission.POST_SETTLEMENTS, "post-settlement", Optional.empty());
    }

    private Uni<Decision<BillingRequest, Refusal>> request(SettlementHead head) {
        return requests.of(head)
                .map(request -> request.<Decision<BillingRequest, Refusal>>map(Decision::accept)
                        .orElseGet(() -> Decision.refuse(new SettlementBlocked(List.of(new Blocker.NoErpAccount())))));
    }

    private Uni<SettlementView> ask(Caller caller, Begun begun) {
        return ledger.post(begun.request(), begun.before())
                .chain(answer -> unitOfWork.inTransaction(() -> settlements
                        .find(begun.settlement())
                        .chain(found -> record(caller, begun, found.orElseThrow(), answer))));
    }

    /** Whoever held the lease for too long has nothing to say any more: another one has asked since. */
    private Uni<SettlementView> record(Caller caller, Begun begun, Versioned<Settlement> stored, Posting answer) {
        if (!(stored.value() instanceof Settlement.Posting posting)
                || !posting.last().equals(begun.attempt())) {
            return Uni.createFrom().item(SettlementView.of(stored));
        }
        Instant now = clock.instant();
        return switch (answer) {
            case Posting.Posted(var document) ->
                desk.store(deed(caller), stored, posting.proven(new ErpDocument(document), now));
            case Posting.Rejected(var reason) -> desk.store(deed(caller), stored, posting.failed(reason.fault(), now));
            case Posting.Unclear(var trouble) ->
                desk.store(
                        deed(caller), stored, posting.unclear(trouble.notBefore(), trouble.underWaySince()), List.of());
        };
    }
}
