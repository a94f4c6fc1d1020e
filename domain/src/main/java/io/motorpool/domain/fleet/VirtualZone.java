package io.motorpool.domain.fleet;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A marker on the map that belongs to one company, where its vehicles stand. Public pick-up zones are bound to consumer
 * booking; a client's own car can only live here.
 *
 * @param area absent when the marker alone says enough; otherwise it holds the point
 */
public record VirtualZone(
        ZoneId id,
        CompanyId company,
        String name,
        GeoPoint point,
        @Nullable ZoneArea area,
        ZoneStatus status) {

    public static final int LONGEST_NAME = 60;

    public VirtualZone {
        Text.check("a zone name", name, LONGEST_NAME);
        if (area != null && !area.contains(point)) {
            throw new IllegalArgumentException("the point of a zone lies inside its area");
        }
    }

    public static VirtualZone define(
            ZoneId id, CompanyId company, String name, GeoPoint point, @Nullable ZoneArea area) {
        return new VirtualZone(id, company, name, point, area, ZoneStatus.ACTIVE);
    }

    public Decision<VirtualZone, FleetRefusal> change(String newName, GeoPoint newPoint, @Nullable ZoneArea newArea) {
        return isActive()
                ? accept(new VirtualZone(id, company, newName, newPoint, newArea, status))
                : refuse(new FleetRefusal.ZoneRetired(id));
    }

    public Decision<VirtualZone, FleetRefusal> retire(long vehicles) {
        if (!isActive()) {
            return refuse(new FleetRefusal.ZoneRetired(id));
        }
        if (vehicles > 0) {
            return refuse(new FleetRefusal.ZoneStillHoldsVehicles(vehicles));
        }
        return accept(new VirtualZone(id, company, name, point, area, ZoneStatus.RETIRED));
    }

    public boolean isActive() {
        return status == ZoneStatus.ACTIVE;
    }
}
