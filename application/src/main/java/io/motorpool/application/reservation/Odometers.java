package io.motorpool.application.reservation;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;

/** What the dashboards of the vehicles last showed. */
public interface Odometers {

    /** Part of the unit of work. A reading below the last one changes nothing: the last one was seen later. */
    Uni<Void> record(VehicleId vehicle, Odometer reading);
}
