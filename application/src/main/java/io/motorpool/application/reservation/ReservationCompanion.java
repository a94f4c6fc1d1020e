package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Surroundings;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Another context that has a say when a reservation is made or taken a step further, in the same unit of work: who pays for
 * it, who can open the vehicle. The reservations know that there are companions, not which (ADR-0049).
 */
public interface ReservationCompanion {

    /** Decides, and writes nothing: what it would write is the sequel, because a refusal does not roll back. */
    Uni<Decision<Sequel, Refusal>> consider(Booking booking);

    /** The same of a step. */
    Uni<Decision<Sequel, Refusal>> consider(Taking step);

    /**
     * A new reservation that has its vehicle.
     *
     * @param around what it was decided against
     * @param payWith what the caller wants to pay with
     */
    record Booking(Reserved reserved, Surroundings around, InstrumentChoice payWith, Instant now) {}

    /** A step that the reservation itself allows. */
    record Taking(Reservation before, Reservation after, Instant now) {}

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
