package io.motorpool.application.fleet;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.util.Map;

/** A vehicle as callers see it. */
public record VehicleView(
        VehicleId id,
        CompanyId company,
        ZoneId zone,
        VehicleDescription description,
        Odometer odometer,
        VehicleStatus status,
        Version version) {

    static VehicleView of(Versioned<Vehicle> stored) {
        Vehicle vehicle = stored.value();
        return new VehicleView(
                vehicle.id(),
                vehicle.company(),
                vehicle.zone(),
                vehicle.description(),
                vehicle.odometer(),
                vehicle.status(),
                stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        return Map.of(
                "zone", zone.toString(),
                "plate", description.plate().value(),
                "vin", description.vin().value(),
                "model", description.model(),
                "seats", Integer.toString(description.seats()),
                "ownership", description.ownership().name(),
                "turnaroundMinutes", Long.toString(description.turnaround().toMinutes()),
                "odometerKm", Integer.toString(odometer.km()),
                "status", status.name());
    }
}
