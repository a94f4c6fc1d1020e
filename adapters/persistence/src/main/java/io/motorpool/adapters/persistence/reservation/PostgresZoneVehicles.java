package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.company.CompanyMapper;
import io.motorpool.adapters.persistence.fleet.VehicleMapper;
import io.motorpool.application.map.ZoneVehicles;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A page of a zone's vehicles in two questions: one about whoever looks, and one about the vehicles. */
@ApplicationScoped
public class PostgresZoneVehicles implements ZoneVehicles {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A row for each of the driver's plans, and one without a plan when there is none. */
    private static final String VISITOR =
            """
        SELECT %s, %s, %s
          FROM zone AS z
          JOIN company AS c ON c.id = z.company_id
          LEFT JOIN member AS m ON m.company_id = z.company_id AND m.user_id = :driver
          LEFT JOIN occupancy AS o ON o.driver_id = :driver AND o.end_at > :start AND o.start_at < :until
         WHERE z.id = :zone AND z.status = 'ACTIVE'\
        """.formatted(CompanyMapper.COLUMNS, CompanyMapper.MEMBER_COLUMNS, OccupancyRow.COLUMNS);

    private static final String IN = """
        SELECT %s, %s
          FROM (SELECT * FROM vehicle AS s
                 WHERE s.zone_id = :zone AND s.status <> 'RETIRED' AND s.id > :after
                 ORDER BY s.id LIMIT :most) AS v
          LEFT JOIN occupancy AS o
            ON o.vehicle_id = v.id AND (o.in_use OR (o.clear_at > :start AND o.start_at < :until))
         ORDER BY v.id, o.start_at\
        """.formatted(VehicleMapper.COLUMNS, OccupancyRow.COLUMNS);

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
    public Uni<Optional<Visitor>> visitor(ZoneId zone, UserId driver, Period period) {
        return Sql.read(
                        VISITOR,
                        Map.of(
                                "zone", zone.value(),
                                "driver", driver.value(),
                                "start", period.start(),
                                "until", PostgresSurroundings.withTurnaround(period)),
                        Function.identity())
                .map(rows -> visitor(rows, driver));
    }

    private static Optional<Visitor> visitor(List<Columns> rows, UserId driver) {
        return rows.stream().findFirst().map(first -> {
            Company company = CompanyMapper.company(first);
            Member member = CompanyMapper.memberIfAny(first);
            return new Visitor(company, member, PostgresSurroundings.agenda(driver, plans(rows, first.at())));
        });
    }

    @Override
    public Uni<Page<Surroundings>> in(ZoneId zone, Visitor visitor, Period period, Page.Request page) {
        return Sql.read(
                        IN,
                        Map.of(
                                "zone", zone.value(),
                                "after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL),
                                "most", page.limit() + 1,
                                "start", period.start(),
                                "until", PostgresSurroundings.withTurnaround(period)),
                        Function.identity())
                .map(rows -> Page.of(
                        scheduled(rows).stream()
                                .map(each -> visitor.before(each.vehicle(), each.schedule()))
                                .toList(),
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
                        Function.identity())
                .map(PostgresZoneVehicles::scheduled);
    }

    /** A row for each plan: a vehicle is made once, of its first. */
    private static List<Scheduled> scheduled(List<Columns> rows) {
        Map<UUID, List<Columns>> byVehicle = new LinkedHashMap<>();
        for (Columns row : rows) {
            byVehicle.computeIfAbsent(row.uuid(), _ -> new ArrayList<>()).add(row);
            row.skipTo(0);
        }
        return byVehicle.values().stream()
                .map(PostgresZoneVehicles::scheduledVehicle)
                .toList();
    }

    private static Scheduled scheduledVehicle(List<Columns> rows) {
        Columns first = rows.getFirst();
        Vehicle vehicle = VehicleMapper.vehicle(first);
        return new Scheduled(vehicle, PostgresSurroundings.schedule(vehicle.id(), plans(rows, first.at())));
    }

    /** @param column where a plan begins, if the row has one */
    private static List<OccupancyRow> plans(List<Columns> rows, int column) {
        List<OccupancyRow> plans = new ArrayList<>(rows.size());
        for (Columns row : rows) {
            row.skipTo(column);
            if (!row.isNull()) {
                plans.add(OccupancyRow.read(row));
            }
        }
        return plans;
    }
}
