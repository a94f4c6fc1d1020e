package io.motorpool.application.shared;

import static io.motorpool.application.shared.RefusalCatalogue.broken;
import static io.motorpool.application.shared.RefusalCatalogue.conflict;

import io.motorpool.domain.payment.PaymentRefusal;

/** The catalogue's page about who pays with what. */
final class PaymentRefusals {

    private PaymentRefusals() {}

    static Explained explain(PaymentRefusal refusal) {
        return switch (refusal) {
            case PaymentRefusal.InstrumentNotAllowed _ ->
                broken("instrument-not-allowed", "This cannot be paid with that.");
            case PaymentRefusal.PersonalCardNotAllowed _ ->
                broken("personal-card-not-allowed", "The company is billed later. No card is used.");
            case PaymentRefusal.RepresentativeCardUnavailable(var lack) ->
                conflict(
                        "representative-card-unavailable",
                        "The company's card cannot be used. Nothing takes its place.",
                        "cardLack",
                        lack.name());
            case PaymentRefusal.PaymentPolicyChanged(var policy) ->
                conflict(
                        "payment-policy-changed",
                        "The company has changed how it pays. Look again at what can be used.",
                        "policy",
                        policy.name());
            case PaymentRefusal.PaymentOutstanding _ ->
                conflict("payment-outstanding", "What the reservation costs was declined. Pay it first.");
            case PaymentRefusal.NotPossibleForPayment(var status) ->
                conflict(
                        "not-possible-for-payment",
                        "The payment is past or before the point where this can be done.",
                        "paymentStatus",
                        status.name());
            case PaymentRefusal.ChargeTooHigh(var most) ->
                broken(
                        "charge-too-high",
                        "Support charges at most this much at once.",
                        "mostWon",
                        Long.toString(most.won()));
        };
    }
}
