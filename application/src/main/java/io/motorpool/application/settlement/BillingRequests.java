package io.motorpool.application.settlement;

import io.motorpool.application.settlement.BillingRequest.BillingKind;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.Verification.Kept;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the ERP is asked to bill for a settlement, from the frozen text: so what is billed is what was confirmed. */
final class BillingRequests {

    private final Snapshots snapshots;
    private final ErpAccounts accounts;

    BillingRequests(Snapshots snapshots, ErpAccounts accounts) {
        this.snapshots = snapshots;
        this.accounts = accounts;
    }

    /** Empty while nobody has named the company's account. The lines of a reversal are those of what it takes back. */
    Uni<Optional<BillingRequest>> of(SettlementHead head) {
        SettlementId lines =
                switch (head.purpose()) {
                    case Purpose.Bill _ -> head.id();
                    case Purpose.Reversal(var reversed) -> reversed;
                };
        return accounts.of(head.company())
                .chain(account -> account.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : snapshots
                                .find(lines)
                                .map(kept -> Optional.of(request(head, account.get(), kept.orElseThrow()))));
    }

    private static BillingRequest request(SettlementHead head, ErpAccount account, Kept kept) {
        return new BillingRequest(
                head.number().value(),
                head.purpose() instanceof Purpose.Bill ? BillingKind.CHARGE : BillingKind.REVERSAL,
                account.number(),
                head.month().atEndOfMonth(),
                BillingLines.of(kept.statement()));
    }
}
