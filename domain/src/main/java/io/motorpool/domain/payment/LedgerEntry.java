package io.motorpool.domain.payment;

import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a company that is billed later owes on account of one fee. An entry is never changed: what is taken back is a second
 * entry, below zero.
 *
 * @param reversal whether it takes back what the payment's first entry says
 */
public record LedgerEntry(
        PaymentId payment,
        boolean reversal,
        CompanyId company,
        ReservationId reservation,
        UserId payer,
        FeeKind kind,
        Amount amount,
        Instant at) {

    /** One of its own, so that a list has an order in which every entry has a place. */
    public UUID id() {
        UUID first = payment.value();
        return reversal ? new UUID(first.getMostSignificantBits(), ~first.getLeastSignificantBits()) : first;
    }

    static LedgerEntry owed(Payment.Terms terms) {
        return new LedgerEntry(
                terms.id(),
                false,
                terms.company(),
                terms.reservation(),
                terms.payer(),
                terms.kind(),
                Amount.of(terms.amount()),
                terms.createdAt());
    }

    static LedgerEntry takenBack(Payment.Terms terms, Instant now) {
        return new LedgerEntry(
                terms.id(),
                true,
                terms.company(),
                terms.reservation(),
                terms.payer(),
                terms.kind(),
                Amount.of(terms.amount()).negated(),
                now);
    }
}
