package io.motorpool.domain.payment;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.shared.Money;

/** Why something is not paid, or not with that. */
public sealed interface PaymentRefusal extends Refusal {

    /** Another instrument has to be used. */
    record InstrumentNotAllowed() implements PaymentRefusal {}

    /** The company is billed later; no card is asked for money. */
    record PersonalCardNotAllowed() implements PaymentRefusal {}

    /** The company pays with its card, which cannot be used now; nothing takes its place. */
    record RepresentativeCardUnavailable(CardLack cardLack) implements PaymentRefusal {}

    /** What a card lacks. */
    enum CardLack {
        MISSING,
        EXPIRED
    }

    /** The company has changed how it pays since the instrument was picked. */
    record PaymentPolicyChanged(BillingPolicy policy) implements PaymentRefusal {}

    /** What the reservation costs so far was declined. */
    record PaymentOutstanding() implements PaymentRefusal {}

    /** The payment is past or before the point where this can be done. */
    record NotPossibleForPayment(PaymentStatus status) implements PaymentRefusal {}

    /** Support charges at most this much at once. */
    record ChargeTooHigh(Money most) implements PaymentRefusal {}
}
