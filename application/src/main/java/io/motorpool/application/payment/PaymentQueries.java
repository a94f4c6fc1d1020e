package io.motorpool.application.payment;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.PaymentRefusal;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers want to know about paying. */
public interface PaymentQueries {

    /** What the caller may pay with, under the profile that they act under. */
    Uni<Decision<Instruments, Refusal>> instruments(Caller caller);

    /**
     * @param cards in the order in which they are offered
     * @param postpaid whether the company is billed later instead
     * @param policy the company's, to be said again when something is reserved; absent for a private person
     * @param why nothing can be picked; absent when something can
     */
    record Instruments(
            List<Card> cards,
            boolean postpaid,
            @Nullable BillingPolicy policy,
            @Nullable PaymentRefusal why) {

        public Instruments {
            cards = List.copyOf(cards);
        }
    }

    /** The payer's own, or anybody's for who may read payments; empty when the reservation costs nothing. */
    Uni<Decision<Optional<ReservationAccount>, Refusal>> account(Caller caller, ReservationId reservation);

    Uni<Decision<Page<LedgerEntry>, Refusal>> ledger(Caller caller, CompanyId company, Page.Request page);

    /** What the company owes. */
    Uni<Decision<Amount, Refusal>> balance(Caller caller, CompanyId company);
}
