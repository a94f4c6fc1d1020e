package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reconciliation.LegacyHistories;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was heard, in one table, and who waits, in another. Batches are heard one after the other, so that of two that concern
 * the same vehicle the second sees the first. The table grows by thousands of rows a second, and the planner learns of it a
 * minute later: so every question is put in a way that it can only answer by an index (ADR-0064).
 */
@ApplicationScoped
public class PostgresLegacyHistories implements LegacyHistories {

    private static final String ONE_AFTER_THE_OTHER = """
            SELECT set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock(hashtext('legacy_change'))::text""";

    @Override
    public Uni<Integer> hear(List<ChangeEvent> events, Instant now) {
        return events.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.read(ONE_AFTER_THE_OTHER, Map.of(), columns -> Optional.ofNullable(columns.textOrNull()))
                        .chain(() -> keep(events, now))
                        .chain(fresh -> await(fresh, now).replaceWith(fresh.size()));
    }

    private record Fresh(
            String number, long log, int place, @Nullable UUID vehicle) {}

    private static Uni<List<Fresh>> keep(List<ChangeEvent> events, Instant now) {
        return Sql.read(
                """
                INSERT INTO legacy_change (number, log, place, key, at, kind, image, vehicle_id, driver_id,
                                           from_at, until_at, is_out, km, heard_at)
                SELECT number, log, place, key, at, kind, image, vehicle, driver, from_at, until_at, is_out, km, :now
                  FROM unnest(CAST(:numbers AS text[]), CAST(:logs AS bigint[]), CAST(:places AS bigint[]),
                              CAST(:keys AS text[]), CAST(:ats AS timestamptz[]), CAST(:kinds AS text[]),
                              CAST(:images AS text[]), CAST(CAST(:vehicles AS text[]) AS uuid[]),
                              CAST(CAST(:drivers AS text[]) AS uuid[]), CAST(:froms AS timestamptz[]),
                              CAST(:untils AS timestamptz[]), CAST(CAST(:outs AS text[]) AS boolean[]),
                              CAST(:kms AS bigint[]))
                       AS heard (number, log, place, key, at, kind, image, vehicle, driver, from_at, until_at, is_out, km)
                ON CONFLICT DO NOTHING
                RETURNING number, log, place, vehicle_id""",
                columns(events, now),
                columns -> new Fresh(columns.text(), columns.longNumber(), columns.number(), columns.uuidOrNull()));
    }

    private static Map<String, ?> columns(List<ChangeEvent> events, Instant now) {
        List<Optional<LegacyRow>> rows =
                events.stream().map(event -> ImageMapper.row(event.change())).toList();
        return Map.ofEntries(
                Map.entry("now", now),
                Map.entry("numbers", Rows.texts(events, event -> event.number().value())),
                Map.entry("logs", Rows.longs(events, event -> event.position().log())),
                Map.entry("places", Rows.longs(events, event ->
                        (long) event.position().order())),
                Map.entry("keys", Rows.texts(events, ChangeEvent::key)),
                Map.entry("ats", Rows.instants(events, ChangeEvent::at)),
                Map.entry(
                        "kinds",
                        Rows.texts(
                                events,
                                event -> ImageMapper.kind(event.change()).name())),
                Map.entry("images", Rows.texts(events, event -> ImageMapper.json(event.change()))),
                Map.entry("vehicles", Rows.texts(rows, of(row -> row.vehicle().toString()))),
                Map.entry("drivers", Rows.texts(rows, of(row -> row.driver().toString()))),
                Map.entry("froms", Rows.instants(rows, of(row -> row.span().start()))),
                Map.entry("untils", Rows.instants(rows, of(row -> row.span().end()))),
                Map.entry("outs", Rows.texts(rows, of(row -> Boolean.toString(row.isOut())))),
                Map.entry("kms", Rows.longs(rows, PostgresLegacyHistories::km)));
    }

    private static <T> Function<Optional<LegacyRow>, @Nullable T> of(Function<LegacyRow, T> column) {
        return row -> row.map(column).orElse(null);
    }

    private static @Nullable Long km(Optional<LegacyRow> row) {
        return row.flatMap(LegacyRow::reading)
                .map(reading -> (long) reading.km())
                .orElse(null);
    }

    /**
     * Those that changed, and those that changed later on what these ever had, on account of their own next change; in one order.
     * It looks from what is later, because in a stream that is nearly in order that is hardly more than the batch itself.
     */
    private static Uni<Integer> await(List<Fresh> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Fresh earliest =
                Collections.min(fresh, Comparator.comparingLong(Fresh::log).thenComparingInt(Fresh::place));
        return Sql.change(
                """
                WITH fresh AS MATERIALIZED (
                    SELECT number, log, place, vehicle
                      FROM unnest(CAST(:numbers AS text[]), CAST(:logs AS bigint[]), CAST(:places AS bigint[]),
                                  CAST(CAST(:vehicles AS text[]) AS uuid[]))
                           AS f (number, log, place, vehicle)),
                later AS MATERIALIZED (
                    SELECT number, log, place, vehicle_id, driver_id FROM legacy_change
                     WHERE (log, place) > (CAST(:log AS bigint), CAST(:place AS integer))
                       AND vehicle_id IS NOT NULL),
                had AS MATERIALIZED (
                    SELECT DISTINCT fresh.number, fresh.log, fresh.place, own.vehicle_id, own.driver_id
                      FROM fresh
                     CROSS JOIN LATERAL (
                           SELECT vehicle_id, driver_id FROM legacy_change AS c
                            WHERE c.number = fresh.number AND vehicle_id IS NOT NULL OFFSET 0) AS own),
                due AS (
                    SELECT number, log, place, vehicle FROM fresh
                     UNION ALL
                    SELECT later.number, later.log, later.place, later.vehicle_id
                      FROM had JOIN later USING (vehicle_id)
                     WHERE later.number <> had.number AND (later.log, later.place) > (had.log, had.place)
                     UNION ALL
                    SELECT later.number, later.log, later.place, later.vehicle_id
                      FROM had JOIN later USING (driver_id)
                     WHERE later.number <> had.number AND (later.log, later.place) > (had.log, had.place)),
                first AS (
                    SELECT DISTINCT ON (number) number, log, place, vehicle FROM due
                     ORDER BY number, log, place, vehicle)
                INSERT INTO legacy_waiting AS w (number, mark, since, log, place, vehicle_id)
                SELECT number, nextval('legacy_mark'), :now, log, place, vehicle FROM first ORDER BY number
                ON CONFLICT (number) DO UPDATE
                   SET mark = excluded.mark, since = greatest(w.since, excluded.since),
                       vehicle_id = coalesce(excluded.vehicle_id, w.vehicle_id),
                       log = CASE WHEN (excluded.log, excluded.place) < (w.log, w.place)
                                  THEN excluded.log ELSE w.log END,
                       place = CASE WHEN (excluded.log, excluded.place) < (w.log, w.place)
                                    THEN excluded.place ELSE w.place END""",
                Map.of(
                        "now", now,
                        "log", earliest.log(),
                        "place", earliest.place(),
                        "numbers", Rows.texts(fresh, Fresh::number),
                        "logs", Rows.longs(fresh, Fresh::log),
                        "places", Rows.longs(fresh, it -> (long) it.place()),
                        "vehicles",
                                Rows.texts(
                                        fresh,
                                        it -> it.vehicle() == null
                                                ? null
                                                : it.vehicle().toString())));
    }

    @Override
    public Uni<List<Waiting>> quiet(Instant since, int limit) {
        return waiting("w.since <= :since", Map.of("since", since), limit);
    }

    @Override
    public Uni<List<Waiting>> upTo(Position watermark, int limit) {
        return waiting(
                "(w.log, w.place) <= (CAST(:log AS bigint), CAST(:place AS integer))",
                Map.of("log", watermark.log(), "place", watermark.order()),
                limit);
    }

    @Override
    public Uni<Boolean> waits(Position watermark) {
        return Sql.read("""
                        SELECT EXISTS (SELECT FROM legacy_waiting
                                        WHERE (log, place) <= (CAST(:log AS bigint), CAST(:place AS integer)))""", Map.of("log", watermark.log(), "place", watermark.order()), Columns::flag)
                .map(List::getFirst);
    }

    /** Those on the vehicles of the first few come first, because what is around one of them is around the others. */
    private static Uni<List<Waiting>> waiting(String due, Map<String, Object> position, int limit) {
        Map<String, Object> parameters = new HashMap<>(position);
        parameters.put("limit", (long) limit);
        parameters.put("few", (long) LegacyHistories.few(limit));
        return Sql.read("""
                WITH longest AS MATERIALIZED (
                    SELECT w.number, w.mark, w.since, w.vehicle_id FROM legacy_waiting AS w
                     WHERE %1$s
                     ORDER BY w.since, w.number LIMIT CAST(:limit AS bigint) FOR UPDATE SKIP LOCKED),
                few AS (
                    SELECT vehicle_id FROM longest ORDER BY since, number LIMIT CAST(:few AS bigint)),
                together AS MATERIALIZED (
                    SELECT each.number, each.mark, each.since
                      FROM (SELECT DISTINCT vehicle_id FROM few WHERE vehicle_id IS NOT NULL) AS vehicle
                     CROSS JOIN LATERAL (
                           SELECT w.number, w.mark, w.since FROM legacy_waiting AS w
                            WHERE w.vehicle_id = vehicle.vehicle_id AND %1$s
                            ORDER BY w.since, w.number LIMIT CAST(:limit AS bigint) FOR UPDATE SKIP LOCKED) AS each)
                SELECT number, mark
                  FROM (SELECT number, mark, since, true AS together FROM together
                         UNION ALL
                        SELECT number, mark, since, false FROM longest
                         WHERE number NOT IN (SELECT number FROM together)) AS found
                 ORDER BY together DESC, since, number LIMIT CAST(:limit AS bigint)""".formatted(due), parameters, PostgresLegacyHistories::waiting);
    }

    private static Waiting waiting(Columns columns) {
        return new Waiting(new LegacyNumber(columns.text()), columns.longNumber());
    }

    @Override
    public Uni<List<ChangeEvent>> around(Collection<LegacyNumber> numbers) {
        return Sql.read(
                AroundReservations.SQL,
                Map.of("numbers", Rows.texts(List.copyOf(numbers), LegacyNumber::value)),
                PostgresLegacyHistories::event);
    }

    private static ChangeEvent event(Columns columns) {
        return new ChangeEvent(
                new LegacyNumber(columns.text()),
                columns.text(),
                new Position(columns.longNumber(), columns.number()),
                columns.instant(),
                ImageMapper.change(columns.constant(ImageMapper.Kind.class), columns.textOrNull()));
    }

    /** Whatever somebody else is about to settle or to change is left to them. */
    @Override
    public Uni<Set<LegacyNumber>> settle(List<Waiting> waiting) {
        return Sql.read(
                        """
                        DELETE FROM legacy_waiting
                         WHERE number IN (
                               SELECT w.number FROM legacy_waiting AS w
                                 JOIN unnest(CAST(:numbers AS text[]), CAST(:marks AS bigint[])) AS seen (number, mark)
                                   ON seen.number = w.number AND seen.mark = w.mark
                                ORDER BY w.number
                                  FOR UPDATE OF w SKIP LOCKED)
                        RETURNING number""",
                        Map.of(
                                "numbers", Rows.texts(waiting, it -> it.number().value()),
                                "marks", Rows.longs(waiting, Waiting::mark)),
                        columns -> new LegacyNumber(columns.text()))
                .map(Set::copyOf);
    }

    @Override
    public Uni<Long> reopen(Position from, Instant now) {
        return Sql.change("""
                        INSERT INTO legacy_waiting AS w (number, mark, since, log, place, vehicle_id)
                        SELECT number, nextval('legacy_mark'), :now, CAST(:log AS bigint), CAST(:place AS integer),
                               vehicle_id
                          FROM (SELECT DISTINCT ON (number) number, vehicle_id FROM legacy_change
                                 WHERE (log, place) >= (CAST(:log AS bigint), CAST(:place AS integer))
                                 ORDER BY number, vehicle_id IS NULL, log DESC, place DESC) AS changed
                        ON CONFLICT (number) DO UPDATE
                           SET mark = excluded.mark, since = greatest(w.since, excluded.since),
                               vehicle_id = coalesce(excluded.vehicle_id, w.vehicle_id),
                               log = CASE WHEN (excluded.log, excluded.place) < (w.log, w.place)
                                          THEN excluded.log ELSE w.log END,
                               place = CASE WHEN (excluded.log, excluded.place) < (w.log, w.place)
                                            THEN excluded.place ELSE w.place END""", Map.of("now", now, "log", from.log(), "place", from.order()))
                .map(Integer::longValue);
    }

    @Override
    public Uni<Heard> heard(Instant since) {
        return Sql.read(
                        """
                        SELECT (SELECT min(heard_at) FROM legacy_change),
                               (SELECT count(*) FROM legacy_change WHERE heard_at >= :since),
                               (SELECT count(*) FROM legacy_waiting)""",
                        Map.of("since", since),
                        columns -> new Heard(
                                Optional.ofNullable(columns.instantOrNull()),
                                columns.longNumber(),
                                columns.longNumber()))
                .map(List::getFirst);
    }
}
