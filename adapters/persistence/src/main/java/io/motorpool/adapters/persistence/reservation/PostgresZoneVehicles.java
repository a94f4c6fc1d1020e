package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.company.CompanyMapper;
import io.motorpool.adapters.persistence.fleet.VehicleMapper;
import io.motorpool.adapters.persistence.reservation.PostgresSurroundings.Seen;
import io.motorpool.application.map.ZoneVehicles;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of a zone's vehicles in one question: the same rows as for one vehicle that is to be reserved. */
@ApplicationScoped
public class PostgresZoneVehicles implements ZoneVehicles {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String IN = """
        WITH standing AS (
            SELECT * FROM vehicle AS s
             WHERE s.zone_id = :zone AND s.status <> 'RETIRED' AND s.id > :after
             ORDER BY s.id LIMIT :most)
        SELECT %s, %s, %s, %s
          FROM standing AS v
          JOIN company AS c ON c.id = v.company_id
          LEFT JOIN member AS m ON m.company_id = v.company_id AND m.user_id = :driver
          LEFT JOIN LATERAL (
               SELECT * FROM occupancy AS h
                WHERE h.vehicle_id = v.id AND (h.in_use OR (h.clear_at > :start AND h.start_at < :until))
               UNION
               SELECT * FROM occupancy AS d
                WHERE d.driver_id = :driver AND d.end_at > :start AND d.start_at < :until) AS o ON true
         ORDER BY v.id, o.start_at\
        """.formatted(
                    CompanyMapper.COLUMNS, VehicleMapper.COLUMNS, CompanyMapper.MEMBER_COLUMNS, OccupancyRow.COLUMNS);

    private static final String OF = """
        SELECT %s, %s
          FROM (SELECT * FROM vehicle AS s
                 WHERE s.company_id = :company AND s.status <> 'RETIRED'
                 ORDER BY s.id LIMIT :most) AS v
          LEFT JOIN occupancy AS o
            ON o.vehicle_id = v.id AND (o.in_use OR (o.clear_at > :start AND o.start_at < :until))
         ORDER BY v.id, o.start_at\
        """.formatted(VehicleMapper.COLUMNS, OccupancyRow.COLUMNS);

    @Override
    public Uni<Optional<CompanyId>> ownerOf(ZoneId zone) {
        return Sql.read(
                        "SELECT company_id, 0 FROM zone WHERE id = :zone AND status = 'ACTIVE'",
                        Map.of("zone", zone.value()),
                        columns -> new CompanyId(columns.uuid()))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Page<Surroundings>> in(ZoneId zone, UserId driver, Period period, Page.Request page) {
        return Sql.read(
                        IN,
                        Map.of(
                                "zone", zone.value(),
                                "driver", driver.value(),
                                "after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL),
                                "most", page.limit() + 1,
                                "start", period.start(),
                                "until", PostgresSurroundings.withTurnaround(period)),
                        Seen::read)
                .map(seen -> Page.of(
                        byVehicle(seen, driver),
                        page,
                        around -> new Page.Cursor(null, around.vehicle().id().value())));
    }

    @Override
    public Uni<List<Scheduled>> of(CompanyId company, Period period, int most) {
        return Sql.read(
                        OF,
                        Map.of(
                                "company", company.value(),
                                "most", most,
                                "start", period.start(),
                                "until", period.end()),
                        Planned::read)
                .map(PostgresZoneVehicles::scheduled);
    }

    /** One row of the answer. */
    private record Planned(Vehicle vehicle, @Nullable OccupancyRow plan) {

        static Planned read(Columns columns) {
            return new Planned(VehicleMapper.vehicle(columns), columns.isNull() ? null : OccupancyRow.read(columns));
        }
    }

    private static List<Scheduled> scheduled(List<Planned> rows) {
        Map<Vehicle, List<OccupancyRow>> plans = new LinkedHashMap<>();
        for (Planned row : rows) {
            List<OccupancyRow> known = plans.computeIfAbsent(row.vehicle(), _ -> new ArrayList<>());
            if (row.plan() != null) {
                known.add(row.plan());
            }
        }
        return plans.entrySet().stream()
                .map(each -> new Scheduled(
                        each.getKey(),
                        PostgresSurroundings.schedule(each.getKey().id(), each.getValue())))
                .toList();
    }

    private static List<Surroundings> byVehicle(List<Seen> seen, UserId driver) {
        Map<VehicleId, List<Seen>> rows = seen.stream()
                .collect(Collectors.groupingBy(row -> row.vehicle().id(), LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream()
                .map(of -> PostgresSurroundings.surroundings(of.getFirst(), driver, PostgresSurroundings.plans(of)))
                .toList();
    }
}
