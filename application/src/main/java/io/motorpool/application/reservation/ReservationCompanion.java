package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.reservation.Reservation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * Another context that has a say when a reservation is made or taken a step further, in the same unit of work: who pays for
 * it, who can open the vehicle. The reservations know that there are companions, not which (ADR-0049).
 */
public interface ReservationCompanion {

    /** Decides, and writes nothing: what it would write is the sequel, because a refusal does not roll back. */
    Uni<Decision<Sequel, Refusal>> consider(Taking step);

    /**
     * A step that the reservation itself allows.
     *
     * @param before empty when the reservation is new
     * @param payWith what the caller wants to pay with
     */
    record Taking(Optional<Reservation> before, Reservation after, InstrumentChoice payWith, Instant now) {}

    /** What follows once the step is stored. */
    interface Sequel {

        Uni<Void> carryOut();

        static Sequel nothing() {
            return () -> Uni.createFrom().voidItem();
        }

        default Sequel and(Sequel further) {
            return () -> carryOut().chain(further::carryOut);
        }
    }
}
