package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.domain.reservation.Occupancy;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the schedule is written. A claim never waits with something in hand: {@code ON CONFLICT DO NOTHING} gives way to
 * whoever holds the time, where a plain insert would deadlock under contention (ADR-0008).
 */
final class OccupancyTable {

    private static final String CLAIM = """
            INSERT INTO occupancy
                   (id, company_id, vehicle_id, kind, driver_id, in_use, start_at, end_at, kept_until, clear_at)
            SELECT CAST(o.id AS uuid), CAST(o.company AS uuid), CAST(o.vehicle AS uuid), o.kind, CAST(o.driver AS uuid),
                   CAST(o.in_use AS boolean), CAST(o.start_at AS timestamptz), CAST(o.end_at AS timestamptz),
                   CAST(o.kept_until AS timestamptz), CAST(o.clear_at AS timestamptz)
            FROM unnest(CAST(:ids AS text[]), CAST(:companies AS text[]), CAST(:vehicles AS text[]),
                        CAST(:kinds AS text[]), CAST(:drivers AS text[]), CAST(:inUses AS text[]),
                        CAST(:starts AS text[]), CAST(:ends AS text[]), CAST(:kepts AS text[]), CAST(:clears AS text[]))
              AS o (id, company, vehicle, kind, driver, in_use, start_at, end_at, kept_until, clear_at)
            ON CONFLICT DO NOTHING""";

    private OccupancyTable() {}

    /** @return how many of them found their time free */
    static Uni<Integer> claim(List<Occupancy> occupancies) {
        if (occupancies.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<OccupancyRow> rows =
                occupancies.stream().map(OccupancyMapper::toRow).toList();
        return Sql.change(
                CLAIM,
                Map.of(
                        "ids", column(rows, row -> row.id()),
                        "companies", column(rows, row -> row.companyId()),
                        "vehicles", column(rows, row -> row.vehicleId()),
                        "kinds", column(rows, row -> row.kind()),
                        "drivers", column(rows, row -> row.driverId()),
                        "inUses", column(rows, row -> row.inUse()),
                        "starts", column(rows, row -> row.startAt()),
                        "ends", column(rows, row -> row.endAt()),
                        "kepts", column(rows, row -> row.keptUntil()),
                        "clears", column(rows, row -> row.clearAt())));
    }

    /** @param condition on a table that is called {@code o} */
    static Uni<List<OccupancyRow>> where(String condition, Map<String, ?> parameters) {
        return Sql.read(
                "SELECT " + OccupancyRow.COLUMNS + " FROM occupancy AS o WHERE " + condition,
                parameters,
                OccupancyRow::read);
    }

    static Uni<Integer> release(Collection<UUID> ids) {
        return Sql.change("DELETE FROM occupancy WHERE id = ANY(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    /** Only what the division took: a reservation's time is given back with the reservation. */
    static Uni<Integer> releaseBlock(UUID id) {
        return Sql.change(
                "DELETE FROM occupancy WHERE id = :id AND kind IN ('MAINTENANCE', 'BLOCK')", Map.of("id", id));
    }

    /**
     * Locks the anchors of these vehicles and drivers in the order of their ids, and those of the reservations' own
     * vehicles and drivers, in one statement.
     *
     * @return what is locked now
     */
    static Uni<Set<UUID>> lock(Stream<UUID> anchors, Collection<UUID> reservations) {
        return Sql.rows(
                        """
                        SELECT a.id, 0 FROM schedule_anchor AS a
                         WHERE a.id IN (SELECT unnest(CAST(:anchors AS uuid[]))
                                        UNION ALL
                                        SELECT r.vehicle_id FROM reservation AS r WHERE r.id = ANY(:reservations)
                                        UNION ALL
                                        SELECT r.driver_id FROM reservation AS r WHERE r.id = ANY(:reservations))
                         ORDER BY a.id FOR NO KEY UPDATE OF a""",
                        Map.of(
                                "anchors", anchors.toArray(UUID[]::new),
                                "reservations", reservations.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    private static @Nullable String[] column(List<OccupancyRow> rows, Function<OccupancyRow, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object cell = value.apply(row);
                    return cell == null ? null : cell.toString();
                })
                .toArray(String[]::new);
    }
}
