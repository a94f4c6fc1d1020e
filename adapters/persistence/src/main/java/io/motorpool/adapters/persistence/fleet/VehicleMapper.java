package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.fleet.Drive;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.Propulsion;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;

/** Between rows and the model. */
public final class VehicleMapper {

    /** What {@link #vehicle} reads, for a table that is called {@code v}. */
    public static final String COLUMNS =
            "v.id, v.company_id, v.zone_id, v.plate, v.vin, v.model, v.seats, v.ownership, v.turnaround_minutes, v.propulsion, v.range_km, v.odometer_km, v.status";

    private VehicleMapper() {}

    public static Vehicle vehicle(Columns columns) {
        return new Vehicle(
                new VehicleId(columns.uuid()),
                new CompanyId(columns.uuid()),
                new ZoneId(columns.uuid()),
                new VehicleDescription(
                        new Plate(columns.text()),
                        new Vin(columns.text()),
                        columns.text(),
                        columns.number(),
                        columns.constant(Ownership.class),
                        Duration.ofMinutes(columns.number()),
                        new Drive(columns.constant(Propulsion.class), columns.number())),
                new Odometer(columns.number()),
                columns.constant(VehicleStatus.class));
    }

    static Versioned<Vehicle> stored(VehicleRow row) {
        return new Versioned<>(toDomain(row), new Version(row.version));
    }

    public static Vehicle toDomain(VehicleRow row) {
        return new Vehicle(
                new VehicleId(row.id),
                new CompanyId(row.companyId),
                new ZoneId(row.zoneId),
                new VehicleDescription(
                        new Plate(row.plate),
                        new Vin(row.vin),
                        row.model,
                        row.seats,
                        row.ownership,
                        Duration.ofMinutes(row.turnaroundMinutes),
                        new Drive(row.propulsion, row.rangeKm)),
                new Odometer(row.odometerKm),
                row.status);
    }

    static VehicleRow toRow(Versioned<Vehicle> vehicle) {
        VehicleDescription description = vehicle.value().description();
        VehicleRow row = new VehicleRow();
        row.id = vehicle.value().id().value();
        row.version = vehicle.version().value();
        row.companyId = vehicle.value().company().value();
        row.zoneId = vehicle.value().zone().value();
        row.plate = description.plate().value();
        row.vin = description.vin().value();
        row.model = description.model();
        row.seats = description.seats();
        row.ownership = description.ownership();
        row.turnaroundMinutes = Math.toIntExact(description.turnaround().toMinutes());
        row.propulsion = description.drive().propulsion();
        row.rangeKm = description.drive().rangeKm();
        row.odometerKm = vehicle.value().odometer().km();
        row.status = vehicle.value().status();
        return row;
    }
}
