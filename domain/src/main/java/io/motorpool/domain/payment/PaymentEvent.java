package io.motorpool.domain.payment;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import java.time.Instant;
import java.util.UUID;

/** Facts about what a reservation costs and who paid. Of the card they say nothing (P19). */
public sealed interface PaymentEvent extends DomainEvent.OfCompany {

    ReservationId reservation();

    PaymentId payment();

    @Override
    default UUID subject() {
        return reservation().value();
    }

    /** Something is to be paid. */
    record FeeCharged(
            ReservationId reservation,
            CompanyId company,
            PaymentId payment,
            FeeKind kind,
            long won,
            boolean postpaid,
            Instant occurredAt)
            implements PaymentEvent {}

    record PaymentAuthorised(ReservationId reservation, CompanyId company, PaymentId payment, Instant occurredAt)
            implements PaymentEvent {}

    record PaymentCaptured(ReservationId reservation, CompanyId company, PaymentId payment, Instant occurredAt)
            implements PaymentEvent {}

    /** Nothing is taken after all, or it is taken off what the company owes. */
    record PaymentTakenBack(ReservationId reservation, CompanyId company, PaymentId payment, Instant occurredAt)
            implements PaymentEvent {}

    record PaymentDeclined(
            ReservationId reservation, CompanyId company, PaymentId payment, DeclineReason reason, Instant occurredAt)
            implements PaymentEvent {}
}
