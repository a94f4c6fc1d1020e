package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Period;
import io.smallrye.mutiny.Uni;

/** A reservation is moved, extended or shortened: all three are a new period for the same vehicle. */
public interface RescheduleReservation {

    Uni<Decision<ReservationView, Refusal>> reschedule(ReservationChange change, Period period);
}
