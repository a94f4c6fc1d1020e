package io.motorpool.domain.fleet;

import static io.motorpool.domain.company.Fixtures.HANBIT;

import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;
import java.util.UUID;

/** A company's vehicles and where they stand, for tests. */
public final class Fixtures {

    public static final VehicleId SONATA = new VehicleId(new UUID(4, 1));
    public static final VehicleId OTHER_SONATA = new VehicleId(new UUID(4, 2));
    public static final ZoneId GARAGE = new ZoneId(new UUID(5, 1));
    public static final ZoneId ROOF = new ZoneId(new UUID(5, 2));
    public static final Duration TURNAROUND = Duration.ofMinutes(30);
    public static final Odometer ODOMETER = new Odometer(12_000);
    public static final int SEATS = 5;

    private Fixtures() {}

    public static VehicleDescription aDescription() {
        return aDescription(SEATS, TURNAROUND);
    }

    public static VehicleDescription aDescription(int seats, Duration turnaround) {
        return new VehicleDescription(
                new Plate("12가3456"),
                new Vin("KMHE341DBKA123456"),
                "쏘나타",
                seats,
                Ownership.COMPANY,
                turnaround,
                Drive.USUAL);
    }

    public static Vehicle aVehicle() {
        return aVehicle(SONATA, aDescription());
    }

    public static Vehicle aVehicle(VehicleId id, VehicleDescription description) {
        return new Vehicle(id, HANBIT, GARAGE, description, ODOMETER, VehicleStatus.ACTIVE);
    }

    public static Vehicle aVehicleIn(VehicleStatus status) {
        return new Vehicle(SONATA, HANBIT, GARAGE, aDescription(), ODOMETER, status);
    }

    public static VirtualZone aZone() {
        return new VirtualZone(GARAGE, HANBIT, "지하 2층", new GeoPoint(127.0, 37.5), null, ZoneStatus.ACTIVE);
    }

    public static VirtualZone aZoneGivenUp() {
        return new VirtualZone(GARAGE, HANBIT, "지하 2층", new GeoPoint(127.0, 37.5), null, ZoneStatus.RETIRED);
    }
}
