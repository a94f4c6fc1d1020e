package io.motorpool.sandbox.legacy;

import java.util.List;
import java.util.UUID;

/** Whose cars the legacy system lets to whom, by the ids that were migrated. */
public record LegacyFleet(UUID company, List<UUID> vehicles, List<UUID> drivers) {

    public LegacyFleet {
        if (vehicles.isEmpty() || drivers.size() < 2) {
            throw new IllegalArgumentException("a fleet has a vehicle and two drivers at least");
        }
        vehicles = List.copyOf(vehicles);
        drivers = List.copyOf(drivers);
    }
}
