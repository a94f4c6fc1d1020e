package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;

/** A reservation goes to another vehicle of the same company. */
public interface ChangeVehicle {

    Uni<Decision<ReservationView, Refusal>> change(ReservationChange change, VehicleId vehicle);
}
