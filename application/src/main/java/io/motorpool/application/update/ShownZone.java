package io.motorpool.application.update;

import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.update.WatchZone.ZoneChange;
import io.motorpool.domain.shared.VehicleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody has been shown of a zone. */
final class ShownZone {

    private @Nullable Map<VehicleId, VehicleRow> shown;
    private @Nullable ZoneState state;

    /** @param seen as they say that they know it */
    ShownZone(@Nullable ZoneState seen) {
        this.state = seen;
    }

    /** All that is there to be shown now, in order of the vehicle's id. */
    record Rows(List<VehicleRow> rows, boolean truncated) {

        Rows {
            rows = List.copyOf(rows);
        }
    }

    Optional<ZoneChange> news(Rows seen) {
        ZoneState now = ZoneState.of(seen.rows(), seen.truncated());
        Map<VehicleId, VehicleRow> before = shown;
        boolean same = now.equals(state);
        shown = byVehicle(seen.rows());
        state = now;
        return same ? Optional.empty() : Optional.of(change(before, seen, now));
    }

    private static ZoneChange change(@Nullable Map<VehicleId, VehicleRow> before, Rows seen, ZoneState now) {
        if (before == null) {
            return new ZoneChange(true, seen.rows(), List.of(), seen.truncated(), now);
        }
        List<VehicleRow> different = seen.rows().stream()
                .filter(row -> !row.equals(before.get(row.vehicle())))
                .toList();
        Map<VehicleId, VehicleRow> left = byVehicle(seen.rows());
        List<VehicleId> gone = before.keySet().stream()
                .filter(vehicle -> !left.containsKey(vehicle))
                .toList();
        return new ZoneChange(false, different, gone, seen.truncated(), now);
    }

    private static Map<VehicleId, VehicleRow> byVehicle(List<VehicleRow> rows) {
        Map<VehicleId, VehicleRow> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(row.vehicle(), row));
        return all;
    }
}
