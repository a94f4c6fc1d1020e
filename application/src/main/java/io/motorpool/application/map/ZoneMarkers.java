package io.motorpool.application.map;

import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Virtual zones for looking at. */
public interface ZoneMarkers {

    /** The company's zones that are in use and whose point lies in the box, in order of their id, at most so many. */
    Uni<List<Marker>> within(CompanyId company, BoundingBox box, int most);

    /**
     * @param area absent when the point alone says enough
     * @param vehicles how many stand there that have not left the fleet
     */
    record Marker(
            ZoneId zone,
            String name,
            GeoPoint point,
            @Nullable ZoneArea area,
            long vehicles) {}
}
