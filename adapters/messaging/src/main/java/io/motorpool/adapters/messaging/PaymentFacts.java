package io.motorpool.adapters.messaging;

import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.PaymentEvent;
import java.util.UUID;

/** What is told about what reservations cost. Of the card, nothing (P19). */
final class PaymentFacts {

    private PaymentFacts() {}

    record FeeCharged(UUID reservation, UUID company, UUID payment, String kind, long won, boolean postpaid) {}

    record PaymentAuthorised(UUID reservation, UUID company, UUID payment) {}

    record PaymentCaptured(UUID reservation, UUID company, UUID payment) {}

    record PaymentTakenBack(UUID reservation, UUID company, UUID payment) {}

    record PaymentDeclined(UUID reservation, UUID company, UUID payment, String reason) {}

    static Fact of(PaymentEvent event) {
        UUID reservation = event.reservation().value();
        UUID company = event.company().value();
        UUID payment = event.payment().value();
        return switch (event) {
            case PaymentEvent.FeeCharged it ->
                new Fact(
                        "payment.fee-charged.v1",
                        new FeeCharged(reservation, company, payment, word(it.kind()), it.won(), it.postpaid()));
            case PaymentEvent.PaymentAuthorised _ ->
                new Fact("payment.payment-authorised.v1", new PaymentAuthorised(reservation, company, payment));
            case PaymentEvent.PaymentCaptured _ ->
                new Fact("payment.payment-captured.v1", new PaymentCaptured(reservation, company, payment));
            case PaymentEvent.PaymentTakenBack _ ->
                new Fact("payment.payment-taken-back.v1", new PaymentTakenBack(reservation, company, payment));
            case PaymentEvent.PaymentDeclined it ->
                new Fact(
                        "payment.payment-declined.v1",
                        new PaymentDeclined(reservation, company, payment, word(it.reason())));
        };
    }

    private static String word(FeeKind kind) {
        return switch (kind) {
            case RESERVATION -> "RESERVATION";
            case EXTENSION -> "EXTENSION";
            case LATE_RETURN -> "LATE_RETURN";
            case SUPPORT_CHARGE -> "SUPPORT_CHARGE";
        };
    }

    private static String word(DeclineReason reason) {
        return switch (reason) {
            case BY_ISSUER -> "BY_ISSUER";
            case UNKNOWN_CARD -> "UNKNOWN_CARD";
            case CARD_UNAVAILABLE -> "CARD_UNAVAILABLE";
        };
    }
}
