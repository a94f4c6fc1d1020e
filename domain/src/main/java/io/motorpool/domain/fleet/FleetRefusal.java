package io.motorpool.domain.fleet;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.ZoneId;

/** Why a change of the fleet is declined. */
public sealed interface FleetRefusal extends Refusal {

    /** Another vehicle carries this plate. */
    record PlateTaken() implements FleetRefusal {}

    /** Another vehicle has this identification number. */
    record VinTaken() implements FleetRefusal {}

    /** The vehicle has left the fleet; it can be read, no longer changed. */
    record VehicleRetired() implements FleetRefusal {}

    /** The odometer never runs backwards. */
    record OdometerRunsBackwards(int reading, int last) implements FleetRefusal {}

    /** Reservations or blocks still stand on the vehicle: they have to be ended or moved first. */
    record VehicleStillReserved(long occupancies) implements FleetRefusal {}

    /** The zone has been given up; nothing can be put there. */
    record ZoneRetired(ZoneId zone) implements FleetRefusal {}

    /** Vehicles still stand in the zone. */
    record ZoneStillHoldsVehicles(long vehicles) implements FleetRefusal {}

    /** The business-plan window has ended; it can be read, no longer changed. */
    record PlanWindowRetired() implements FleetRefusal {}

    /** Another business-plan window of the vehicle covers some of the same hours. */
    record PlanWindowOverlaps() implements FleetRefusal {}

    /** There is more than can be told at once, and a part of it would pass for the whole. */
    record TooLargeToTell(int most) implements FleetRefusal {}
}
