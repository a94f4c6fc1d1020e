package io.motorpool.domain.payment;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.payment.Payment.Aim;
import io.motorpool.domain.payment.Payment.Authorised;
import io.motorpool.domain.payment.Payment.Captured;
import io.motorpool.domain.payment.Payment.Declined;
import io.motorpool.domain.payment.Payment.Due;
import io.motorpool.domain.payment.Payment.OnLedger;
import io.motorpool.domain.payment.Payment.Open;
import io.motorpool.domain.payment.Payment.Reversed;
import io.motorpool.domain.payment.Payment.Voided;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one reservation costs and what pays for it. "It keeps the instrument it was booked with" and "no time is charged
 * twice" are rules over all payments of a reservation, so its account is the aggregate (ADR-0049). Whoever drives by now,
 * the payer is who booked.
 *
 * @param step what one step of time cost when the reservation was made
 * @param payments in the order in which they came about
 */
public record ReservationAccount(
        ReservationId reservation, CompanyId company, UserId payer, Booked booked, Money step, List<Payment> payments) {

    public ReservationAccount {
        payments = List.copyOf(payments);
    }

    /**
     * The account after a step.
     *
     * @param entries what the step adds to the company's ledger
     */
    public record Changed(ReservationAccount account, List<LedgerEntry> entries, List<PaymentEvent> events) {

        public Changed {
            entries = List.copyOf(entries);
            events = List.copyOf(events);
        }
    }

    /** A reservation is made. */
    public static Changed open(
            ReservationId reservation,
            CompanyId company,
            UserId payer,
            Booked booked,
            Money step,
            Duration reserved,
            PaymentId first,
            Instant now) {
        return new ReservationAccount(reservation, company, payer, booked, step, List.of())
                .charge(first, FeeKind.RESERVATION, Tariff.time(step, reserved), Aim.HOLD, now);
    }

    /**
     * The reservation got another length. Only time that has not been charged yet costs; time that is given back is not
     * refunded, so that moving forth and back earns nobody anything. Empty when nothing is added.
     */
    public Optional<Changed> lengthened(Duration reserved, PaymentId next, Instant now) {
        long missing = Tariff.time(step, reserved).won() - timeCharged().won();
        return missing > 0
                ? Optional.of(charge(next, FeeKind.EXTENSION, Money.won(missing), Aim.HOLD, now))
                : Optional.empty();
    }

    /** What is charged for time, declined or not: a payment that tries again stands for the one that it replaces. */
    private Money timeCharged() {
        return Money.sum(payments.stream()
                .filter(payment -> payment.terms().kind() == FeeKind.RESERVATION
                        || payment.terms().kind() == FeeKind.EXTENSION)
                .filter(payment -> !(payment instanceof Declined declined && declined.replacedBy() != null))
                .map(payment -> payment.terms().amount())
                .toList());
    }

    /** The reservation was called off before it began: it costs nothing. */
    public Changed calledOff(Instant now) {
        List<Payment> after = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        List<PaymentEvent> events = new ArrayList<>();
        for (Payment payment : payments) {
            switch (payment) {
                case Open open -> after.add(open.aimingAt(Aim.RELEASE, now));
                case OnLedger(var terms) -> {
                    after.add(new Reversed(terms, now));
                    entries.add(LedgerEntry.takenBack(terms, now));
                    events.add(takenBack(terms, now));
                }
                case Declined declined when isOutstanding(declined) -> after.add(new Voided(declined.terms(), now));
                case Captured _, Voided _, Declined _, Reversed _ -> after.add(payment);
            }
        }
        return new Changed(with(after), entries, events);
    }

    /** Nobody came: what is held is taken, because nobody else could have the vehicle. */
    public Changed concluded(Instant now) {
        return new Changed(
                with(payments.stream()
                        .map(payment -> payment instanceof Open open && open.aim() == Aim.HOLD
                                ? open.aimingAt(Aim.TAKE, now)
                                : payment)
                        .toList()),
                List.of(),
                List.of());
    }

    /**
     * The vehicle came back: what is held is taken, and a delay costs extra.
     *
     * @param delay since the agreed end; below zero for who is early
     * @param usable whether the instrument can still be used; if not, the fee for the delay stays outstanding
     */
    public Changed ended(Duration delay, boolean usable, PaymentId next, Instant now) {
        ReservationAccount over = concluded(now).account();
        Money fee = Tariff.late(step, delay);
        if (fee.equals(Money.NONE)) {
            return new Changed(over, List.of(), List.of());
        }
        return usable
                ? over.charge(next, FeeKind.LATE_RETURN, fee, Aim.TAKE, now)
                : over.uncollectable(next, FeeKind.LATE_RETURN, fee, now);
    }

    /** Support charges for something: a lost key, a cleaning. */
    public Decision<Changed, PaymentRefusal> charged(Money amount, PaymentId next, Instant now) {
        return amount.compareTo(Tariff.SUPPORT_LARGEST) > 0
                ? refuse(new PaymentRefusal.ChargeTooHigh(Tariff.SUPPORT_LARGEST))
                : accept(charge(next, FeeKind.SUPPORT_CHARGE, amount, Aim.TAKE, now));
    }

    /** A payment that was declined is tried once more, under an id of its own. */
    public Decision<Changed, PaymentRefusal> retry(PaymentId declined, boolean running, PaymentId next, Instant now) {
        Optional<Payment> found = find(declined);
        if (!(found.orElse(null) instanceof Declined refused) || refused.replacedBy() != null) {
            return refuse(new PaymentRefusal.NotPossibleForPayment(
                    found.map(Payment::status).orElse(PaymentStatus.VOIDED)));
        }
        Payment.Terms terms = refused.terms();
        return accept(replacing(refused.replacedBy(next))
                .charge(next, terms.kind(), terms.amount(), running ? Aim.HOLD : Aim.TAKE, now));
    }

    /** A vehicle is handed out unless what it costs was declined. An answer that is still due keeps nobody waiting. */
    public Decision<ReservationAccount, PaymentRefusal> mayStart() {
        return payments.stream().anyMatch(ReservationAccount::isOutstanding)
                ? refuse(new PaymentRefusal.PaymentOutstanding())
                : accept(this);
    }

    private static boolean isOutstanding(Payment payment) {
        return payment instanceof Declined declined && declined.replacedBy() == null;
    }

    /** Payments about which the gateway is to be asked now. */
    public List<Open> due(Instant now) {
        return payments.stream()
                .filter(Open.class::isInstance)
                .map(Open.class::cast)
                .filter(open -> open.isDue(now))
                .toList();
    }

    /** Somebody is about to ask: for a while nobody else asks about this payment. */
    public ReservationAccount asking(Open payment, Instant now) {
        return replacing(payment.asking(now));
    }

    /**
     * The gateway has answered a request. One to a request that is no longer wanted changes nothing: what is wanted by now is
     * asked anyway.
     */
    public Changed answered(GatewayRequest request, GatewayAnswer answer, Instant now) {
        return find(request.payment())
                .filter(Open.class::isInstance)
                .map(Open.class::cast)
                .filter(open -> open.wanted().equals(Optional.of(request)))
                .map(open -> became(open, open.answered(answer, now), now))
                .orElseGet(() -> new Changed(this, List.of(), List.of()));
    }

    private Changed became(Open before, Payment after, Instant now) {
        Payment.Terms terms = after.terms();
        List<PaymentEvent> events =
                switch (after) {
                    case Authorised _
                    when before instanceof Due ->
                        List.of(new PaymentEvent.PaymentAuthorised(reservation, company, terms.id(), now));
                    case Captured _ -> List.of(new PaymentEvent.PaymentCaptured(reservation, company, terms.id(), now));
                    case Voided _ -> List.of(takenBack(terms, now));
                    case Declined declined -> List.of(declined(declined, now));
                    case Due _, Authorised _, OnLedger _, Reversed _ -> List.of();
                };
        return new Changed(replacing(after), List.of(), events);
    }

    public Optional<Payment> find(PaymentId id) {
        return payments.stream().filter(payment -> payment.id().equals(id)).findFirst();
    }

    private Changed charge(PaymentId id, FeeKind kind, Money amount, Aim aim, Instant now) {
        Payment.Terms terms = terms(id, kind, amount, now);
        var charged = new PaymentEvent.FeeCharged(
                reservation, company, id, kind, amount.won(), booked.instrument() instanceof Instrument.Postpaid, now);
        return switch (booked.instrument()) {
            case Instrument.ByCard(var card) ->
                new Changed(adding(new Due(terms, card, aim, Errand.from(now))), List.of(), List.of(charged));
            case Instrument.Postpaid _ ->
                new Changed(adding(new OnLedger(terms)), List.of(LedgerEntry.owed(terms)), List.of(charged));
        };
    }

    /** Nobody is asked for what cannot be had, but the fee is not forgotten either. */
    private Changed uncollectable(PaymentId id, FeeKind kind, Money amount, Instant now) {
        var declined = new Declined(terms(id, kind, amount, now), DeclineReason.CARD_UNAVAILABLE, null, now);
        return new Changed(
                adding(declined),
                List.of(),
                List.of(
                        new PaymentEvent.FeeCharged(reservation, company, id, kind, amount.won(), false, now),
                        declined(declined, now)));
    }

    private Payment.Terms terms(PaymentId id, FeeKind kind, Money amount, Instant now) {
        return new Payment.Terms(id, reservation, company, payer, kind, amount, booked.instrument(), now);
    }

    private PaymentEvent takenBack(Payment.Terms terms, Instant now) {
        return new PaymentEvent.PaymentTakenBack(reservation, company, terms.id(), now);
    }

    private PaymentEvent declined(Declined declined, Instant now) {
        return new PaymentEvent.PaymentDeclined(reservation, company, declined.id(), declined.reason(), now);
    }

    private ReservationAccount adding(Payment payment) {
        List<Payment> after = new ArrayList<>(payments);
        after.add(payment);
        return with(after);
    }

    private ReservationAccount replacing(Payment changed) {
        return with(payments.stream()
                .map(payment -> payment.id().equals(changed.id()) ? changed : payment)
                .toList());
    }

    private ReservationAccount with(List<? extends Payment> after) {
        return new ReservationAccount(reservation, company, payer, booked, step, List.copyOf(after));
    }
}
