package io.motorpool.domain.drivinglog;

import io.motorpool.domain.shared.VehicleId;
import java.time.LocalDate;

/** Something about the readings of a vehicle that does not go on where it stopped. */
public sealed interface OdometerFinding {

    TripId trip();

    /**
     * The odometer ran backwards, within the trip or since the one before. The sheet cannot be made before somebody puts it
     * right.
     *
     * @param reading what it showed
     * @param last what it had shown before
     */
    record Backwards(VehicleId vehicle, TripId trip, LocalDate date, int reading, int last)
            implements OdometerFinding {}

    /** Kilometres that nobody accounts for. The sheet is made, and says so. */
    record Gap(VehicleId vehicle, TripId trip, LocalDate date, int km) implements OdometerFinding {}
}
