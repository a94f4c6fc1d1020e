package io.motorpool.adapters.persistence.map;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.fleet.ZoneMapper;
import io.motorpool.application.map.ZoneMarkers;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Zones on the map, with how many vehicles stand there. */
@ApplicationScoped
public class PostgresZoneMarkers implements ZoneMarkers {

    @Override
    public Uni<List<Marker>> within(CompanyId company, BoundingBox box, int most) {
        return Sql.read(
                """
                SELECT z.id, z.name, z.longitude, z.latitude, CAST(z.area AS text),
                       (SELECT count(*) FROM vehicle AS v WHERE v.zone_id = z.id AND v.status <> 'RETIRED')
                  FROM zone AS z
                 WHERE z.company_id = :company AND z.status = 'ACTIVE' AND z.latitude BETWEEN :south AND :north
                   AND CASE WHEN CAST(:west AS double precision) <= CAST(:east AS double precision)
                            THEN z.longitude BETWEEN :west AND :east
                            ELSE z.longitude >= :west OR z.longitude <= :east END
                 ORDER BY z.id LIMIT :most\
                """,
                Map.of(
                        "company", company.value(),
                        "west", box.west(),
                        "south", box.south(),
                        "east", box.east(),
                        "north", box.north(),
                        "most", most),
                PostgresZoneMarkers::marker);
    }

    private static Marker marker(Columns columns) {
        ZoneId zone = new ZoneId(columns.uuid());
        String name = columns.text();
        GeoPoint point = new GeoPoint(columns.decimal(), columns.decimal());
        String area = columns.textOrNull();
        return new Marker(zone, name, point, area == null ? null : ZoneMapper.area(area), columns.longNumber());
    }
}
