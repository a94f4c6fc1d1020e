package io.motorpool.domain.fleet;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;

/**
 * A vehicle that one company's people can reserve. It stands in a virtual zone of that company, goes to the workshop
 * and comes back, and leaves the fleet when nothing is reserved on it any more.
 */
public record Vehicle(
        VehicleId id,
        CompanyId company,
        ZoneId zone,
        VehicleDescription description,
        Odometer odometer,
        VehicleStatus status) {

    public static Vehicle add(
            VehicleId id, CompanyId company, ZoneId zone, VehicleDescription description, Odometer odometer) {
        return new Vehicle(id, company, zone, description, odometer, VehicleStatus.ACTIVE);
    }

    public Decision<Vehicle, FleetRefusal> change(
            ZoneId newZone, VehicleDescription newDescription, boolean inMaintenance) {
        return status == VehicleStatus.RETIRED
                ? refuse(new FleetRefusal.VehicleRetired())
                : accept(new Vehicle(
                        id,
                        company,
                        newZone,
                        newDescription,
                        odometer,
                        inMaintenance ? VehicleStatus.MAINTENANCE : VehicleStatus.ACTIVE));
    }

    public Decision<Vehicle, FleetRefusal> drivenTo(Odometer reading) {
        return reading.isBefore(odometer)
                ? refuse(new FleetRefusal.OdometerRunsBackwards(reading.km(), odometer.km()))
                : accept(new Vehicle(id, company, zone, description, reading, status));
    }

    public Decision<Vehicle, FleetRefusal> retire(long occupancies) {
        if (status == VehicleStatus.RETIRED) {
            return refuse(new FleetRefusal.VehicleRetired());
        }
        if (occupancies > 0) {
            return refuse(new FleetRefusal.VehicleStillReserved(occupancies));
        }
        return accept(new Vehicle(id, company, zone, description, odometer, VehicleStatus.RETIRED));
    }

    /** The vehicle, as long as it has not left: until then it can be taken out of use, wherever it is. */
    public Decision<Vehicle, FleetRefusal> inFleet() {
        return status == VehicleStatus.RETIRED ? refuse(new FleetRefusal.VehicleRetired()) : accept(this);
    }

    public boolean isInService() {
        return status == VehicleStatus.ACTIVE;
    }
}
