package io.motorpool.application.fleet;

import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What still rests on a vehicle or a zone. Ask under its lock, or the answer is old when it comes. */
public interface FleetUse {

    /** Reservations that wait or are running, and blocks that are not over yet. A turnaround does not count. */
    Uni<Long> occupancies(VehicleId vehicle, Instant now);

    /** Vehicles that stand there and have not left the fleet. */
    Uni<Long> vehicles(ZoneId zone);
}
