package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.smallrye.mutiny.Uni;

/** The driver takes the vehicle. */
public interface StartReservation {

    Uni<Decision<ReservationView, Refusal>> start(ReservationChange change, Odometer reading);
}
