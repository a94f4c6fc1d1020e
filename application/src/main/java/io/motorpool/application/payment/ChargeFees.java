package io.motorpool.application.payment;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;

/** Support charges for something, with the instrument that the reservation was booked with. */
public interface ChargeFees {

    /** @param payWith the instrument that the reservation was booked with, or whatever that was */
    Uni<Decision<Payment, Refusal>> charge(
            Caller caller, ReservationId reservation, Money amount, InstrumentChoice payWith, Reason reason);

    /** A payment that was declined is tried once more. */
    Uni<Decision<Payment, Refusal>> retry(Caller caller, ReservationId reservation, PaymentId declined, Reason reason);
}
