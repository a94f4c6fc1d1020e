package io.motorpool.adapters.persistence.reservation;

import static java.util.Objects.requireNonNull;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reservation.ReservationReader;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks without loading aggregates. */
@ApplicationScoped
public class PostgresReservationReader implements ReservationReader {

    private static final String VIEW = "SELECT " + ReservationMapper.VIEW_COLUMNS + " FROM reservation AS r WHERE ";

    @Override
    public Uni<Optional<ReservationView>> view(ReservationId id) {
        return Sql.read(VIEW + "r.id = :id", Map.of("id", id.value()), ReservationMapper::view)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Page<ReservationView>> search(CompanyScope scope, Filter filter, Page.Request page) {
        if (scope instanceof CompanyScope.None) {
            return Uni.createFrom().item(() -> new Page<>(List.of(), Optional.empty()));
        }
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (scope instanceof CompanyScope.Only(var company)) {
            conditions.add("r.company_id = :company");
            parameters.put("company", company.value());
        }
        narrow(filter, conditions, parameters);
        page.after().ifPresent(cursor -> conditions.add(beyond("(r.start_at, r.id)", cursor, parameters)));
        parameters.put("most", page.limit() + 1);
        return Sql.read(
                        VIEW + String.join(" AND ", conditions) + " ORDER BY r.start_at, r.id LIMIT :most",
                        parameters,
                        ReservationMapper::view)
                .map(found -> Page.of(
                        found,
                        page,
                        view -> new Page.Cursor(view.period().start(), view.id().value())));
    }

    private static void narrow(Filter filter, List<String> conditions, Map<String, Object> parameters) {
        if (filter.vehicle() != null) {
            conditions.add("r.vehicle_id = :vehicle");
            parameters.put("vehicle", filter.vehicle().value());
        }
        if (filter.driver() != null) {
            conditions.add("r.driver_id = :driver");
            parameters.put("driver", filter.driver().value());
        }
        if (filter.status() != null) {
            conditions.add("r.status = :status");
            parameters.put("status", filter.status().name());
        }
        if (filter.from() != null) {
            // No reservation is longer, so the index on the start can be used for this too.
            conditions.add("r.end_at > :from AND r.start_at > :earliest");
            parameters.put("from", filter.from());
            parameters.put(
                    "earliest", filter.from().minus(ReservationPolicy.LONGEST).minus(ReservationPolicy.GRID));
        }
        if (filter.until() != null) {
            conditions.add("r.start_at < :until");
            parameters.put("until", filter.until());
        }
    }

    @Override
    public Uni<Neighbours> neighbours(
            CompanyId company, VehicleId vehicle, Period period, @Nullable ReservationId except) {
        return neighbour(PREVIOUS, company, vehicle, period.start(), except)
                .chain(previous -> neighbour(NEXT, company, vehicle, period.end(), except)
                        .map(next -> new Neighbours(previous, next)));
    }

    /** What was driven counts as it was driven; what was not driven does not count. */
    private static final String PREVIOUS = """
            SELECT m.name, CAST(extract(epoch FROM r.start_at) * 1000000 AS bigint),
                   CAST(extract(epoch FROM least(r.end_at, coalesce(r.ended_at, r.end_at))) * 1000000 AS bigint)
              FROM reservation AS r JOIN member AS m ON m.company_id = r.company_id AND m.user_id = r.driver_id
             WHERE r.vehicle_id = :vehicle AND r.company_id = :company AND r.id <> :except
               AND r.status IN ('RESERVED', 'IN_USE', 'RETURNED', 'FORCE_RETURNED')
               AND r.start_at < CAST(CAST(:edge AS text) AS timestamptz)
               AND least(r.end_at, coalesce(r.ended_at, r.end_at)) <= CAST(CAST(:edge AS text) AS timestamptz)
               AND least(r.end_at, coalesce(r.ended_at, r.end_at)) >= CAST(CAST(:farthest AS text) AS timestamptz)
             ORDER BY r.start_at DESC LIMIT 1""";

    private static final String NEXT = """
            SELECT m.name, CAST(extract(epoch FROM r.start_at) * 1000000 AS bigint),
                   CAST(extract(epoch FROM r.end_at) * 1000000 AS bigint)
              FROM reservation AS r JOIN member AS m ON m.company_id = r.company_id AND m.user_id = r.driver_id
             WHERE r.vehicle_id = :vehicle AND r.company_id = :company AND r.id <> :except
               AND r.status IN ('RESERVED', 'IN_USE', 'RETURNED', 'FORCE_RETURNED')
               AND r.start_at >= CAST(CAST(:edge AS text) AS timestamptz) AND r.start_at <= CAST(CAST(:farthest AS text) AS timestamptz)
             ORDER BY r.start_at LIMIT 1""";

    private static Uni<Optional<Neighbour>> neighbour(
            String sql, CompanyId company, VehicleId vehicle, Instant edge, @Nullable ReservationId except) {
        Instant farthest = sql.equals(NEXT)
                ? edge.plus(ReservationPolicy.NEIGHBOUR_REACH)
                : edge.minus(ReservationPolicy.NEIGHBOUR_REACH);
        return Sql.rows(
                        sql,
                        Map.of(
                                "vehicle", vehicle.value(),
                                "company", company.value(),
                                "except", except == null ? new UUID(0, 0) : except.value(),
                                "edge", edge.toString(),
                                "farthest", farthest.toString()))
                .map(found -> found.stream().findFirst().map(PostgresReservationReader::neighbour));
    }

    private static Neighbour neighbour(Object[] row) {
        Instant start = Instant.EPOCH.plus((Long) row[1], ChronoUnit.MICROS);
        Instant end = Instant.EPOCH.plus((Long) row[2], ChronoUnit.MICROS);
        return new Neighbour(
                new PersonName((String) row[0]), new Period(start, Period.later(end, start.plusSeconds(1))));
    }

    @Override
    public Uni<Page<ReservationId>> overdue(Instant now, Page.Request page) {
        return due(
                "r.end_at",
                "r.status = 'IN_USE' AND r.end_at <= :now AND (r.kept_until IS NULL OR r.kept_until <= :nearly)",
                Map.of("now", now, "nearly", now.plus(ReservationPolicy.GRID)),
                page);
    }

    @Override
    public Uni<Page<ReservationId>> lapsed(Instant now, Page.Request page) {
        return due(
                "r.no_show_from",
                "r.status = 'RESERVED' AND r.no_show_from <= :now AND (NOT r.at_risk OR r.end_at <= :now)",
                Map.of("now", now),
                page);
    }

    /** A reservation that is due for something. */
    private record Due(Instant since, UUID reservation) {

        static Due read(Columns columns) {
            return new Due(columns.instant(), columns.uuid());
        }
    }

    private static Uni<Page<ReservationId>> due(
            String since, String condition, Map<String, Instant> times, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>(times);
        parameters.put("most", page.limit() + 1);
        String place = "(%s, r.id)".formatted(since);
        String beyond =
                page.after().map(cursor -> beyond(place, cursor, parameters)).orElse("true");
        return Sql.read(
                        "SELECT %s, r.id FROM reservation AS r WHERE %s AND %s ORDER BY %1$s, r.id LIMIT :most"
                                .formatted(since, condition, beyond),
                        parameters,
                        Due::read)
                .map(found -> Page.of(found, page, due -> new Page.Cursor(due.since(), due.reservation()))
                        .map(due -> new ReservationId(due.reservation())));
    }

    private static String beyond(String place, Page.Cursor cursor, Map<String, Object> parameters) {
        parameters.put("at", requireNonNull(cursor.at()));
        parameters.put("id", cursor.id());
        return place + " > (:at, :id)";
    }
}
