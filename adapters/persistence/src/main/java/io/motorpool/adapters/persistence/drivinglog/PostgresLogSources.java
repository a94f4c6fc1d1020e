package io.motorpool.adapters.persistence.drivinglog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.drivinglog.UseMapper.Told;
import io.motorpool.adapters.persistence.fleet.PostgresPlanWindows;
import io.motorpool.application.drivinglog.LogSources;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What was driven, read from reservations and from the keys that were held for them: the log stores none of it again. */
@ApplicationScoped
public class PostgresLogSources implements LogSources {

    private static final String DRIVEN = "r.status IN ('RETURNED', 'FORCE_RETURNED')"
            + " AND (r.end_odometer_km IS NULL OR r.end_odometer_km > r.start_odometer_km)";

    /**
     * Reservations that touch a period, of the vehicle {@code v}: by when they were to depart where nothing was driven, by
     * when they did, or by when somebody took the key over.
     */
    private static final String TOUCHING = """
            SELECT r.id FROM reservation AS r
             WHERE r.vehicle_id = %1$s AND r.company_id = :company
               AND r.start_at >= :start AND r.start_at < :end AND NOT (%2$s)
            UNION ALL
            SELECT r.id FROM reservation AS r
             WHERE r.vehicle_id = %1$s AND r.company_id = :company
               AND r.started_at >= :start AND r.started_at < :end AND (%2$s)
            UNION ALL
            SELECT r.id FROM key_grant AS g JOIN reservation AS r ON r.id = g.reservation_id
             WHERE g.vehicle_id = %1$s AND g.opened_at >= :start AND g.opened_at < :end
               AND r.company_id = :company AND r.vehicle_id = %1$s AND (%2$s)
               AND r.started_at < :start AND g.opened_at < r.ended_at AND g.holder_id <> (
                   SELECT b.holder_id FROM key_grant AS b
                    WHERE b.reservation_id = g.reservation_id AND b.number < g.number
                    ORDER BY b.number DESC LIMIT 1)\
            """;

    private static final String USES = """
            WITH touching AS (%1$s),
            before AS (
                SELECT r.id FROM reservation AS r
                 WHERE r.vehicle_id = :vehicle AND r.company_id = :company AND r.started_at < :start AND (%2$s)
                   AND r.id NOT IN (SELECT id FROM touching)
                 ORDER BY r.started_at DESC, r.id DESC LIMIT 1),
            after AS (
                SELECT r.id FROM reservation AS r
                 WHERE r.vehicle_id = :vehicle AND r.company_id = :company AND r.started_at >= :end AND (%2$s)
                 ORDER BY r.started_at, r.id LIMIT 1)
            SELECT %3$s
              FROM reservation AS r
              LEFT JOIN key_grant AS g ON g.reservation_id = r.id AND g.opened_at < r.ended_at
             WHERE r.id IN (SELECT id FROM touching UNION ALL SELECT id FROM before UNION ALL SELECT id FROM after)
             ORDER BY r.start_at, r.id, g.number\
            """.formatted(TOUCHING.formatted(":vehicle", DRIVEN), DRIVEN, UseMapper.COLUMNS);

    private static final String VEHICLES = """
            SELECT v.id, 0 FROM vehicle AS v
             WHERE v.company_id = :company
               AND (EXISTS (%s) OR EXISTS (SELECT FROM log_fact AS f WHERE f.vehicle_id = v.id))\
            """.formatted(TOUCHING.formatted("v.id", DRIVEN));

    @Override
    public Uni<List<VehicleId>> vehicles(CompanyId company, TaxPeriod period) {
        return PostgresPlanWindows.living(company)
                .map(windows -> windows.stream()
                        .filter(window -> !window.within(period.hours()).isEmpty())
                        .map(PlanWindow::vehicle))
                .chain(planned -> Sql.read(VEHICLES, during(company, period), row -> new VehicleId(row.uuid()))
                        .map(told -> inOrder(Stream.concat(told.stream(), planned))));
    }

    private static List<VehicleId> inOrder(Stream<VehicleId> vehicles) {
        return vehicles.distinct()
                .sorted(Comparator.comparing(VehicleId::value))
                .toList();
    }

    @Override
    public Uni<List<Use>> uses(CompanyId company, VehicleId vehicle, TaxPeriod period) {
        return Sql.read(
                        USES,
                        Map.of(
                                "company", company.value(),
                                "vehicle", vehicle.value(),
                                "start", period.hours().start(),
                                "end", period.hours().end()),
                        UseMapper::told)
                .map(PostgresLogSources::uses);
    }

    private static List<Use> uses(List<Told> rows) {
        Map<UUID, List<Told>> byReservation =
                rows.stream().collect(groupingBy(Told::reservation, LinkedHashMap::new, toList()));
        return byReservation.values().stream().map(UseMapper::use).toList();
    }

    private static Map<String, Object> during(CompanyId company, TaxPeriod period) {
        return Map.of(
                "company", company.value(),
                "start", period.hours().start(),
                "end", period.hours().end());
    }

    @Override
    public Uni<Optional<Place>> locate(EntryId entry) {
        return Sql.read(
                        """
                        SELECT r.company_id, r.vehicle_id,
                               CAST(CASE WHEN %s THEN r.started_at ELSE r.start_at END AT TIME ZONE 'Asia/Seoul' AS date)
                          FROM reservation AS r WHERE r.id = :id\
                        """.formatted(DRIVEN),
                        Map.of("id", entry.value()),
                        row -> new Place(new CompanyId(row.uuid()), new VehicleId(row.uuid()), row.date()))
                .map(found -> found.stream().findFirst());
    }
}
