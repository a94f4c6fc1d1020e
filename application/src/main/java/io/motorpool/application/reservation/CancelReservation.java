package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;

/** A reservation is called off before it began. */
public interface CancelReservation {

    Uni<Decision<ReservationView, Refusal>> cancel(ReservationChange change);
}
