package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;

/** A vehicle is not back at the end: it keeps its place, and the next driver is told once. */
public interface RecordLateReturn {

    Uni<Decision<ReservationView, Refusal>> recordLateReturn(ReservationChange change);
}
