package io.motorpool.adapters.grpc.payment;

import io.motorpool.adapters.grpc.BillingPolicies;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.adapters.grpc.WhyNots;
import io.motorpool.api.payment.v1.AddCardRequest;
import io.motorpool.api.payment.v1.Card;
import io.motorpool.api.payment.v1.DeclineReason;
import io.motorpool.api.payment.v1.FeeKind;
import io.motorpool.api.payment.v1.Payment;
import io.motorpool.api.payment.v1.PaymentOptions;
import io.motorpool.api.payment.v1.PaymentStatus;
import io.motorpool.api.payment.v1.ReservationAccount;
import io.motorpool.application.payment.LookAfterCards.Described;
import io.motorpool.application.payment.PaymentQueries.Instruments;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.Instrument;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Between what is said of paying and what the model has of it. */
final class PaymentMessages {

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    private PaymentMessages() {}

    static Described described(AddCardRequest request) {
        Input in = new Input();
        Field<CardToken> token = in.text("token", request.getToken(), CardToken.LONGEST, CardToken::new);
        Field<String> brand =
                in.text("brand", request.getBrand(), io.motorpool.domain.payment.Card.LONGEST_BRAND, said -> said);
        Field<String> lastFour = in.formed("last_four", request.getLastFour(), FOUR_DIGITS, "must be four digits");
        Field<YearMonth> expiry = in.formed("expiry", request.getExpiry(), MONTH, "must be a month like 2030-12")
                .map(YearMonth::parse);
        return in.build(() -> new Described(token.get(), brand.get(), lastFour.get(), expiry.get()));
    }

    static Card of(io.motorpool.domain.payment.Card card) {
        return Card.newBuilder()
                .setId(card.id().toString())
                .setBrand(card.brand())
                .setLastFour(card.lastFour())
                .setExpiry(card.expiry().toString())
                .build();
    }

    static PaymentOptions of(Instruments instruments) {
        PaymentOptions.Builder message = PaymentOptions.newBuilder()
                .addAllCards(
                        instruments.cards().stream().map(PaymentMessages::of).toList())
                .setPostpaid(instruments.postpaid())
                .setBillingPolicy(BillingPolicies.of(instruments.policy()));
        if (instruments.why() != null) {
            message = message.setWhyNot(WhyNots.of(instruments.why()));
        }
        return message.build();
    }

    static ReservationAccount of(Optional<io.motorpool.domain.payment.ReservationAccount> account) {
        return account.map(PaymentMessages::of).orElseGet(ReservationAccount::getDefaultInstance);
    }

    private static ReservationAccount of(io.motorpool.domain.payment.ReservationAccount account) {
        ReservationAccount.Builder message = ReservationAccount.newBuilder()
                .addAllPayments(
                        account.payments().stream().map(PaymentMessages::of).toList());
        return card(account.booked().instrument())
                .map(message::setCard)
                .orElse(message)
                .build();
    }

    private static Payment of(io.motorpool.domain.payment.Payment payment) {
        var terms = payment.terms();
        Payment.Builder message = Payment.newBuilder()
                .setId(payment.id().toString())
                .setReservation(terms.reservation().toString())
                .setPayer(terms.payer().toString())
                .setKind(kind(terms.kind()))
                .setWon(terms.amount().won())
                .setStatus(status(payment.status()))
                .setCreatedAt(Input.timestamp(terms.createdAt()));
        message = card(terms.instrument()).map(message::setCard).orElse(message);
        if (payment instanceof io.motorpool.domain.payment.Payment.Declined declined) {
            message = message.setDeclined(reason(declined.reason()));
            message = declined.replacedBy() == null
                    ? message
                    : message.setReplacedBy(declined.replacedBy().toString());
        }
        return message.build();
    }

    private static Optional<String> card(Instrument instrument) {
        return switch (instrument) {
            case Instrument.ByCard(var card) -> Optional.of(card.toString());
            case Instrument.Postpaid _ -> Optional.empty();
        };
    }

    private static FeeKind kind(io.motorpool.domain.payment.FeeKind kind) {
        return switch (kind) {
            case RESERVATION -> FeeKind.FEE_KIND_RESERVATION;
            case EXTENSION -> FeeKind.FEE_KIND_EXTENSION;
            case LATE_RETURN -> FeeKind.FEE_KIND_LATE_RETURN;
            case SUPPORT_CHARGE -> FeeKind.FEE_KIND_SUPPORT_CHARGE;
        };
    }

    private static PaymentStatus status(io.motorpool.domain.payment.PaymentStatus status) {
        return switch (status) {
            case DUE -> PaymentStatus.PAYMENT_STATUS_DUE;
            case AUTHORISED -> PaymentStatus.PAYMENT_STATUS_AUTHORISED;
            case CAPTURED -> PaymentStatus.PAYMENT_STATUS_CAPTURED;
            case VOIDED -> PaymentStatus.PAYMENT_STATUS_VOIDED;
            case DECLINED -> PaymentStatus.PAYMENT_STATUS_DECLINED;
            case ON_LEDGER -> PaymentStatus.PAYMENT_STATUS_ON_LEDGER;
            case REVERSED -> PaymentStatus.PAYMENT_STATUS_REVERSED;
        };
    }

    private static DeclineReason reason(io.motorpool.domain.payment.DeclineReason reason) {
        return switch (reason) {
            case BY_ISSUER -> DeclineReason.DECLINE_REASON_BY_ISSUER;
            case UNKNOWN_CARD -> DeclineReason.DECLINE_REASON_UNKNOWN_CARD;
            case CARD_UNAVAILABLE -> DeclineReason.DECLINE_REASON_CARD_UNAVAILABLE;
        };
    }
}
