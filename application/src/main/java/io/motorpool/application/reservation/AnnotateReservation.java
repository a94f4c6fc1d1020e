package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;

/** Support writes down what happened around a reservation. */
public interface AnnotateReservation {

    /** The version does not count here: a note changes nothing of the reservation. */
    Uni<Decision<Notes.Note, Refusal>> annotate(ReservationChange change, String text);
}
