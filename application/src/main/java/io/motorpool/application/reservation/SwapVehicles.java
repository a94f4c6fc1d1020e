package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;

/** Two reservations exchange their vehicles in one step, which two changes one after the other could not. */
public interface SwapVehicles {

    Uni<Decision<ReservationView, Refusal>> swap(ReservationChange change, ReservationId with);
}
