package io.motorpool.adapters.persistence.payment;

import static java.util.Objects.requireNonNull;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.payment.Booked;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.Payment.Aim;
import io.motorpool.domain.payment.Payment.Authorised;
import io.motorpool.domain.payment.Payment.Captured;
import io.motorpool.domain.payment.Payment.Declined;
import io.motorpool.domain.payment.Payment.Due;
import io.motorpool.domain.payment.Payment.OnLedger;
import io.motorpool.domain.payment.Payment.Open;
import io.motorpool.domain.payment.Payment.Reversed;
import io.motorpool.domain.payment.Payment.Terms;
import io.motorpool.domain.payment.Payment.Voided;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.PaymentStatus;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows and the model. What may be absent goes to the database as text, and as an empty one when it is. */
final class PaymentMapper {

    static final String ACCOUNT_COLUMNS =
            "a.reservation_id, a.company_id, a.version, a.payer_id, a.card_id, a.by_representative_card, a.step_won";

    static final String PAYMENT_COLUMNS = """
        p.id, p.kind, p.won, p.created_at, p.status, p.aim, p.failures, p.due_at, p.reference, p.reason, \
        p.replaced_by, p.settled_at\
        """;

    private PaymentMapper() {}

    /** An account without its payments. */
    static Versioned<ReservationAccount> account(Columns columns) {
        ReservationId reservation = new ReservationId(columns.uuid());
        CompanyId company = new CompanyId(columns.uuid());
        Version version = new Version(columns.longNumber());
        UserId payer = new UserId(columns.uuid());
        Booked booked = new Booked(instrument(columns.uuidOrNull()), columns.flag());
        Money step = Money.won(columns.longNumber());
        return new Versioned<>(new ReservationAccount(reservation, company, payer, booked, step, List.of()), version);
    }

    private static Instrument instrument(@Nullable UUID card) {
        return card == null ? new Instrument.Postpaid() : new Instrument.ByCard(new InstrumentId(card));
    }

    static Payment payment(ReservationAccount of, Columns columns) {
        PaymentId id = new PaymentId(columns.uuid());
        FeeKind kind = columns.constant(FeeKind.class);
        Money amount = Money.won(columns.longNumber());
        Terms terms = new Terms(
                id,
                of.reservation(),
                of.company(),
                of.payer(),
                kind,
                amount,
                of.booked().instrument(),
                columns.instant());
        PaymentStatus status = columns.constant(PaymentStatus.class);
        Aim aim = columns.constantOrNull(Aim.class);
        Integer failures = columns.numberOrNull();
        Instant due = columns.instantOrNull();
        String reference = columns.textOrNull();
        DeclineReason reason = columns.constantOrNull(DeclineReason.class);
        UUID replacedBy = columns.uuidOrNull();
        Instant settled = columns.instantOrNull();
        return switch (status) {
            case DUE -> new Due(terms, card(terms), requireNonNull(aim), errand(failures, due));
            case AUTHORISED -> new Authorised(terms, reference(reference), requireNonNull(aim), errand(failures, due));
            case CAPTURED -> new Captured(terms, reference(reference), requireNonNull(settled));
            case VOIDED -> new Voided(terms, requireNonNull(settled));
            case DECLINED ->
                new Declined(
                        terms,
                        requireNonNull(reason),
                        replacedBy == null ? null : new PaymentId(replacedBy),
                        requireNonNull(settled));
            case ON_LEDGER -> new OnLedger(terms);
            case REVERSED -> new Reversed(terms, requireNonNull(settled));
        };
    }

    private static InstrumentId card(Terms terms) {
        return switch (terms.instrument()) {
            case Instrument.ByCard(var card) -> card;
            case Instrument.Postpaid _ -> throw new IllegalStateException("no card is asked for what is postpaid");
        };
    }

    private static GatewayReference reference(@Nullable String text) {
        return new GatewayReference(requireNonNull(text));
    }

    private static Errand errand(@Nullable Integer failures, @Nullable Instant due) {
        return new Errand(requireNonNull(failures), requireNonNull(due));
    }

    static Map<String, Object> parameters(ReservationAccount account) {
        return Map.of(
                "reservation", account.reservation().value(),
                "company", account.company().value(),
                "payer", account.payer().value(),
                "card", account.booked().instrument() instanceof Instrument.ByCard(var card) ? card.toString() : "",
                "representative", account.booked().byRepresentativeCard(),
                "step", account.step().won());
    }

    static Map<String, Object> parameters(Payment payment, int place) {
        Map<String, Object> parameters = new HashMap<>();
        for (String name : List.of("aim", "failures", "due", "reference", "reason", "replacedBy", "settled")) {
            parameters.put(name, "");
        }
        Terms terms = payment.terms();
        parameters.put("id", terms.id().value());
        parameters.put("reservation", terms.reservation().value());
        parameters.put("place", place);
        parameters.put("kind", terms.kind().name());
        parameters.put("won", terms.amount().won());
        parameters.put("created", terms.createdAt());
        parameters.put("status", payment.status().name());
        if (payment instanceof Open open) {
            parameters.put("aim", open.aim().name());
            parameters.put("failures", Integer.toString(open.errand().failures()));
            parameters.put("due", open.errand().due().toString());
        }
        switch (payment) {
            case Due _, OnLedger _ -> {}
            case Authorised authorised ->
                parameters.put("reference", authorised.reference().value());
            case Captured captured -> {
                parameters.put("reference", captured.reference().value());
                parameters.put("settled", captured.at().toString());
            }
            case Voided voided -> parameters.put("settled", voided.at().toString());
            case Declined declined -> {
                parameters.put("reason", declined.reason().name());
                parameters.put(
                        "replacedBy",
                        declined.replacedBy() == null
                                ? ""
                                : declined.replacedBy().toString());
                parameters.put("settled", declined.at().toString());
            }
            case Reversed reversed -> parameters.put("settled", reversed.at().toString());
        }
        return parameters;
    }
}
