package io.motorpool.application.fleet;

import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A virtual zone as callers see it. */
public record ZoneView(
        ZoneId id,
        CompanyId company,
        String name,
        GeoPoint point,
        @Nullable ZoneArea area,
        ZoneStatus status,
        Version version) {

    static ZoneView of(Versioned<VirtualZone> stored) {
        VirtualZone zone = stored.value();
        return new ZoneView(
                zone.id(), zone.company(), zone.name(), zone.point(), zone.area(), zone.status(), stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("point", written(point));
        facts.put("status", status.name());
        if (area != null) {
            facts.put("area", area.ring().stream().map(ZoneView::written).collect(Collectors.joining(" ")));
        }
        return facts;
    }

    private static String written(GeoPoint point) {
        return point.longitude() + "," + point.latitude();
    }
}
