package io.motorpool.adapters.rest.payment;

import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One fee and what became of it, as callers see it. */
@Schema(name = "Payment")
record PaymentBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID reservation,

        @Schema(required = true, description = "Who booked, whoever drives by now")
        UUID payer,

        @Schema(required = true) FeeKind kind,

        @Schema(required = true, minimum = "0", description = "Whole won, tax included")
        long won,

        @Schema(description = "The card that it is by; absent when the company is billed later") @Nullable
        UUID card,

        @Schema(required = true) PaymentStatus status,

        @Schema(description = "Why no money came; absent unless it was declined") @Nullable
        DeclineReason declined,

        @Schema(description = "The payment that tries again; absent while nobody has asked for one") @Nullable
        UUID replacedBy,

        @Schema(required = true) Instant createdAt) {

    static PaymentBody of(Payment payment) {
        Payment.Terms terms = payment.terms();
        Payment.Declined declined = payment instanceof Payment.Declined no ? no : null;
        PaymentId next = declined == null ? null : declined.replacedBy();
        return new PaymentBody(
                payment.id().value(),
                terms.reservation().value(),
                terms.payer().value(),
                terms.kind(),
                terms.amount().won(),
                card(terms.instrument()),
                payment.status(),
                declined == null ? null : declined.reason(),
                next == null ? null : next.value(),
                terms.createdAt());
    }

    static @Nullable UUID card(Instrument instrument) {
        return switch (instrument) {
            case Instrument.ByCard(var card) -> card.value();
            case Instrument.Postpaid _ -> null;
        };
    }
}
