package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.smallrye.mutiny.Uni;

/** The driver brings the vehicle back; the rest of the period is free at once. */
public interface ReturnVehicle {

    Uni<Decision<ReservationView, Refusal>> bringBack(ReservationChange change, Odometer reading);
}
