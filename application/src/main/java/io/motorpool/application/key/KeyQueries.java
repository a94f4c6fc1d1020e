package io.motorpool.application.key;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;

/** What callers want to know about keys. */
public interface KeyQueries {

    /** Members see it of reservations that they drive, drove, or are offered; support sees it of all. */
    Uni<Decision<KeyView, Refusal>> ofReservation(Caller caller, ReservationId reservation);
}
