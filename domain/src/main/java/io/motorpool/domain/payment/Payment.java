package io.motorpool.domain.payment;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fee and what became of it. By card: it is due, authorised, and captured or voided, or it is declined. Postpaid: it is
 * on the company's ledger, and reversed if need be. The gateway's answers get lost, so a payment says what it wants of the
 * gateway ({@link #errand}), under its own id, until there is a clear answer; meanwhile it stays where it is.
 */
public sealed interface Payment {

    /** For how long somebody who asks the gateway keeps others from asking the same. */
    Duration LEASE = Duration.ofMinutes(1);

    Terms terms();

    PaymentStatus status();

    default PaymentId id() {
        return terms().id();
    }

    /**
     * What is paid by whom.
     *
     * @param payer who booked, whoever drives by now
     */
    record Terms(
            PaymentId id,
            ReservationId reservation,
            CompanyId company,
            UserId payer,
            FeeKind kind,
            Money amount,
            Instrument instrument,
            Instant createdAt) {}

    /** What is to become of a payment by card. */
    enum Aim {
        /** Held until the use is over. */
        HOLD,
        TAKE,
        RELEASE
    }

    /** A payment that the gateway still has, or may have, something to do with. */
    sealed interface Open extends Payment {

        Aim aim();

        Open aimingAt(Aim aim, Instant now);

        Errand errand();

        Open asking(Instant now);

        /** What the gateway is to be asked; empty when nothing is wanted of it. */
        Optional<GatewayRequest> wanted();

        /** What a clear answer makes of it; the same when the answer is none, or none to what is wanted. */
        Payment answered(GatewayAnswer answer, Instant now);

        default boolean isDue(Instant now) {
            return wanted().isPresent() && errand().isDue(now);
        }
    }

    /** Whether the card bears it is not known yet. */
    record Due(Terms terms, InstrumentId card, Aim aim, Errand errand) implements Open {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.DUE;
        }

        @Override
        public Due aimingAt(Aim another, Instant now) {
            return new Due(terms, card, another, errand);
        }

        @Override
        public Due asking(Instant now) {
            return new Due(terms, card, aim, errand.begun(now, LEASE));
        }

        /** Also of one that is to be released: whether there is something to release is learnt by asking the same again. */
        @Override
        public Optional<GatewayRequest> wanted() {
            return Optional.of(new GatewayRequest.Hold(terms.id(), card, terms.amount()));
        }

        @Override
        public Payment answered(GatewayAnswer answer, Instant now) {
            return switch (answer) {
                case GatewayAnswer.Held(var reference) -> new Authorised(terms, reference, aim, Errand.from(now));
                case GatewayAnswer.Refused(var reason) ->
                    aim == Aim.RELEASE ? new Voided(terms, now) : new Declined(terms, reason, null, now);
                case GatewayAnswer.Taken _, GatewayAnswer.Released _, GatewayAnswer.Unclear _ ->
                    new Due(terms, card, aim, errand.failed(now));
            };
        }
    }

    /** The card bears it. */
    record Authorised(Terms terms, GatewayReference reference, Aim aim, Errand errand) implements Open {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.AUTHORISED;
        }

        @Override
        public Authorised aimingAt(Aim another, Instant now) {
            return new Authorised(terms, reference, another, Errand.from(now));
        }

        @Override
        public Authorised asking(Instant now) {
            return new Authorised(terms, reference, aim, errand.begun(now, LEASE));
        }

        @Override
        public Optional<GatewayRequest> wanted() {
            return switch (aim) {
                case HOLD -> Optional.empty();
                case TAKE -> Optional.of(new GatewayRequest.Take(terms.id(), reference, terms.amount()));
                case RELEASE -> Optional.of(new GatewayRequest.Release(terms.id(), reference));
            };
        }

        @Override
        public Payment answered(GatewayAnswer answer, Instant now) {
            return switch (answer) {
                case GatewayAnswer.Taken _ when aim == Aim.TAKE -> new Captured(terms, reference, now);
                case GatewayAnswer.Released _ when aim == Aim.RELEASE -> new Voided(terms, now);
                case GatewayAnswer.Refused(var reason) ->
                    aim == Aim.RELEASE ? new Voided(terms, now) : new Declined(terms, reason, null, now);
                case GatewayAnswer.Held _, GatewayAnswer.Taken _, GatewayAnswer.Released _, GatewayAnswer.Unclear _ ->
                    new Authorised(terms, reference, aim, errand.failed(now));
            };
        }
    }

    record Captured(Terms terms, GatewayReference reference, Instant at) implements Payment {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.CAPTURED;
        }
    }

    record Voided(Terms terms, Instant at) implements Payment {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.VOIDED;
        }
    }

    /** @param replacedBy the payment that tries again; absent while nobody has asked for one */
    record Declined(
            Terms terms, DeclineReason reason, @Nullable PaymentId replacedBy, Instant at) implements Payment {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.DECLINED;
        }

        Declined replacedBy(PaymentId another) {
            return new Declined(terms, reason, another, at);
        }
    }

    record OnLedger(Terms terms) implements Payment {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.ON_LEDGER;
        }
    }

    record Reversed(Terms terms, Instant at) implements Payment {

        @Override
        public PaymentStatus status() {
            return PaymentStatus.REVERSED;
        }
    }
}
