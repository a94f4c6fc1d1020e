package io.motorpool.application.map;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the mobility app shows before somebody reserves (C4). */
public interface MapQueries {

    /** So many markers are shown at once: of more, the app shows that there are, and people zoom in. */
    int MOST_MARKERS = 200;

    /** Zones in the box, of the layers asked for; only those of the company for which the caller acts. */
    Uni<Decision<Markers, Refusal>> markers(Caller caller, BoundingBox box, Set<MapLayer> layers);

    /** @param truncated whether there are more than are shown */
    record Markers(List<ZoneMarkers.Marker> zones, boolean truncated) {

        public Markers {
            zones = List.copyOf(zones);
        }
    }

    /** One row per vehicle of the zone, in order of its id. */
    Uni<Decision<Page<VehicleRow>, Refusal>> vehicles(Caller caller, ZoneId zone, Period period, Page.Request page);

    /**
     * A vehicle, and whether the caller would get it for the period if they reserved it at once.
     *
     * @param whyNot what would be answered; empty when it can be had
     */
    record VehicleRow(VehicleId vehicle, VehicleDescription description, Optional<Refusal> whyNot) {

        public boolean available() {
            return whyNot.isEmpty();
        }
    }
}
