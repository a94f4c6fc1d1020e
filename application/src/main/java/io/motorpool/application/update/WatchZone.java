package io.motorpool.application.update;

import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Optional;

/** Shows what of a zone's vehicles looks different for a period, to whoever could reserve one, and for as long as they could. */
public interface WatchZone {

    /** Of a zone with more vehicles, those with the smallest ids are watched. */
    int MOST_VEHICLES = 500;

    /** @param seen what they know already; if the zone still looks so, nothing is told of it */
    Multi<Decision<Sight<ZoneChange>, Refusal>> watch(
            Watcher watcher, ZoneId zone, Period period, Optional<ZoneState> seen);

    /**
     * What has to be changed in what was shown before.
     *
     * @param whole whether nothing of what was shown before counts any more
     * @param rows those that look different, or all of them, in order of the vehicle's id
     * @param gone vehicles that do not stand there any more
     * @param truncated whether more stand there than are watched
     * @param state how the zone looks with this change
     */
    record ZoneChange(boolean whole, List<VehicleRow> rows, List<VehicleId> gone, boolean truncated, ZoneState state) {

        public ZoneChange {
            rows = List.copyOf(rows);
            gone = List.copyOf(gone);
        }
    }
}
