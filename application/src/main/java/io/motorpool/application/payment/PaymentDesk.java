package io.motorpool.application.payment;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.shared.Outbox;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.payment.ReservationAccount.Changed;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every change of an account leaves behind: the account, the ledger's entries, the facts. */
public final class PaymentDesk {

    private final ReservationAccounts accounts;
    private final CompanyLedger ledger;
    private final Outbox outbox;
    private final Journal journal;

    public PaymentDesk(ReservationAccounts accounts, CompanyLedger ledger, Outbox outbox, Journal journal) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.journal = journal;
    }

    Uni<Void> open(Changed opened) {
        return accounts.add(opened.account()).chain(() -> tell(opened));
    }

    /** Without a trace of its own: the step that it belongs to leaves one. */
    Uni<Void> keep(Versioned<ReservationAccount> stored, Changed changed) {
        return accounts.save(stored.with(changed.account())).chain(() -> tell(changed));
    }

    Uni<Void> store(Deed deed, Versioned<ReservationAccount> stored, Changed changed) {
        ReservationAccount before = stored.value();
        Effect effect =
                new Effect(before.company(), before.reservation().value(), facts(before), facts(changed.account()));
        return accounts.save(stored.with(changed.account()))
                .chain(() -> ledger.append(changed.entries()))
                .chain(() -> journal.write(deed, List.of(effect), changed.events()));
    }

    private Uni<Void> tell(Changed changed) {
        return ledger.append(changed.entries()).chain(() -> outbox.append(changed.events()));
    }

    private static Map<String, String> facts(ReservationAccount account) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Payment payment : account.payments()) {
            facts.put(
                    "payment." + payment.id(),
                    "%s %d %s"
                            .formatted(
                                    payment.terms().kind(),
                                    payment.terms().amount().won(),
                                    payment.status()));
        }
        return facts;
    }
}
