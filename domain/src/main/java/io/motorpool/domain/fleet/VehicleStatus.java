package io.motorpool.domain.fleet;

/** Whether a vehicle can be driven. */
public enum VehicleStatus {
    ACTIVE,
    MAINTENANCE,
    RETIRED
}
