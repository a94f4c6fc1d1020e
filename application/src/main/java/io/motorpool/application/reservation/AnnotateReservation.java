package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;

/** Support writes down what happened around a reservation. */
public interface AnnotateReservation {

    /** About the reservation as its author saw it. A note changes nothing of it, so the version stays. */
    Uni<Decision<Notes.Note, Refusal>> annotate(ReservationChange change, String text);
}
