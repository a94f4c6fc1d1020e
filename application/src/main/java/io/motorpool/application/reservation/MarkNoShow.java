package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;

/** The driver did not come. A vehicle that was not there for them is no no-show: see the model. */
public interface MarkNoShow {

    Uni<Decision<ReservationView, Refusal>> markNoShow(ReservationChange change);
}
