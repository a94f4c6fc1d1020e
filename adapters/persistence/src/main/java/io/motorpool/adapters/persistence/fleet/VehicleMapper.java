package io.motorpool.adapters.persistence.fleet;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;

/** Between rows and the model. */
public final class VehicleMapper {

    private VehicleMapper() {}

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
                        Duration.ofMinutes(row.turnaroundMinutes)),
                new Odometer(row.odometerKm),
                row.status);
    }
}
