package io.motorpool.application.fleet;

import io.motorpool.domain.fleet.Drive;
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
        Drive drive = description.drive();
        return Map.ofEntries(
                Map.entry("zone", zone.toString()),
                Map.entry("plate", description.plate().value()),
                Map.entry("vin", description.vin().value()),
                Map.entry("model", description.model()),
                Map.entry("seats", Integer.toString(description.seats())),
                Map.entry("ownership", description.ownership().name()),
                Map.entry(
                        "turnaroundMinutes",
                        Long.toString(description.turnaround().toMinutes())),
                Map.entry("propulsion", drive.propulsion().name()),
                Map.entry("rangeKm", Integer.toString(drive.rangeKm())),
                Map.entry("odometerKm", Integer.toString(odometer.km())),
                Map.entry("status", status.name()));
    }
}
