package io.motorpool.application.settlement;

import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.settlement.Finding;
import io.motorpool.domain.settlement.Finding.ErpDiffers;
import io.motorpool.domain.settlement.Settlement.Posted;
import io.motorpool.domain.settlement.SettlementId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * What was posted, beside what the ERP has under the same numbers: the books that nobody changes who has only our database.
 * While the ERP is asked no connection is held.
 */
final class PostedDocuments {

    private static final String ABSENT = "absent";

    private final UnitOfWork unitOfWork;
    private final Settlements settlements;
    private final BillingRequests requests;
    private final ErpLedger ledger;

    PostedDocuments(UnitOfWork unitOfWork, Settlements settlements, BillingRequests requests, ErpLedger ledger) {
        this.unitOfWork = unitOfWork;
        this.settlements = settlements;
        this.requests = requests;
        this.ledger = ledger;
    }

    /**
     * How far it went.
     *
     * @param documents how many are as they were posted; empty when the ERP did not answer for one
     * @param finding the first that is not
     */
    record Compared(Optional<Integer> documents, Optional<Finding> finding) {}

    /** A document that was posted, and what for. */
    private record Booked(Posted settlement, BillingRequest request) {}

    /** One after the other, until one differs or the ERP is silent. */
    Uni<Compared> compare(List<SettlementId> settlements) {
        return compare(settlements, 0, 0);
    }

    private Uni<Compared> compare(List<SettlementId> all, int next, int compared) {
        if (next == all.size()) {
            return answer(new Compared(Optional.of(compared), Optional.empty()));
        }
        return unitOfWork
                .reading(() -> booked(all.get(next)))
                .chain(booked -> booked.isEmpty()
                        ? compare(all, next + 1, compared)
                        : ledger.lookUp(booked.get().request())
                                .chain(found -> isSilent(found)
                                        ? answer(new Compared(Optional.empty(), Optional.empty()))
                                        : judge(booked.get().settlement(), found)
                                                .map(finding -> answer(
                                                        new Compared(Optional.of(compared), Optional.of(finding))))
                                                .orElseGet(() -> compare(all, next + 1, compared + 1))));
    }

    private Uni<Optional<Booked>> booked(SettlementId id) {
        return settlements
                .find(id)
                .chain(stored -> stored.isPresent() && stored.get().value() instanceof Posted posted
                        ? requests.of(posted.head()).map(request -> request.map(it -> new Booked(posted, it)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static boolean isSilent(Optional<Posting> found) {
        return found.isPresent() && found.get() instanceof Posting.Unclear;
    }

    private static Optional<Finding> judge(Posted settlement, Optional<Posting> found) {
        String posted = settlement.document().number();
        String now = found.map(PostedDocuments::said).orElse(ABSENT);
        return now.equals(posted)
                ? Optional.empty()
                : Optional.of(new ErpDiffers(settlement.head().number(), settlement.document(), now));
    }

    private static String said(Posting posting) {
        return switch (posting) {
            case Posting.Posted(var document) -> document;
            case Posting.Rejected(var reason) -> reason.fault().name();
            case Posting.Unclear _ -> ABSENT;
        };
    }

    private static Uni<Compared> answer(Compared compared) {
        return Uni.createFrom().item(compared);
    }
}
