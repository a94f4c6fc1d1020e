package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reconciliation.LegacyHistories;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyNumber;
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
import org.jspecify.annotations.Nullable;

/**
 * What was heard, in one table, and who waits, in another. Batches are heard one after the other, so that of two that concern
 * the same vehicle the second sees the first.
 */
@ApplicationScoped
public class PostgresLegacyHistories implements LegacyHistories {

    private static final String ONE_AFTER_THE_OTHER = "SELECT pg_advisory_xact_lock(hashtext('legacy_change'))::text";

    @Override
    public Uni<Integer> hear(List<ChangeEvent> events, Instant now) {
        return events.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.read(ONE_AFTER_THE_OTHER, Map.of(), columns -> Optional.ofNullable(columns.textOrNull()))
                        .chain(() -> keep(events, now))
                        .chain(fresh -> await(fresh, now).replaceWith(fresh.size()));
    }

    private record Fresh(String number, long log, int place) {}

    private static Uni<List<Fresh>> keep(List<ChangeEvent> events, Instant now) {
        return Sql.read(
                """
                INSERT INTO legacy_change (number, log, place, key, at, kind, image, vehicle_id, driver_id, heard_at)
                SELECT number, log, place, key, at, kind, image, vehicle, driver, :now
                  FROM unnest(CAST(:numbers AS text[]), CAST(:logs AS bigint[]), CAST(:places AS bigint[]),
                              CAST(:keys AS text[]), CAST(:ats AS timestamptz[]), CAST(:kinds AS text[]),
                              CAST(:images AS text[]), CAST(CAST(:vehicles AS text[]) AS uuid[]),
                              CAST(CAST(:drivers AS text[]) AS uuid[]))
                       AS heard (number, log, place, key, at, kind, image, vehicle, driver)
                ON CONFLICT DO NOTHING
                RETURNING number, log, place""",
                Map.of(
                        "now", now,
                        "numbers", Rows.texts(events, event -> event.number().value()),
                        "logs", Rows.longs(events, event -> event.position().log()),
                        "places",
                                Rows.longs(
                                        events, event -> (long) event.position().order()),
                        "keys", Rows.texts(events, ChangeEvent::key),
                        "ats", Rows.instants(events, ChangeEvent::at),
                        "kinds",
                                Rows.texts(
                                        events,
                                        event ->
                                                ImageMapper.kind(event.change()).name()),
                        "images", Rows.texts(events, event -> ImageMapper.json(event.change())),
                        "vehicles", Rows.texts(events, PostgresLegacyHistories::vehicle),
                        "drivers", Rows.texts(events, PostgresLegacyHistories::driver)),
                columns -> new Fresh(columns.text(), columns.longNumber(), columns.number()));
    }

    private static @Nullable String vehicle(ChangeEvent event) {
        return ImageMapper.row(event.change())
                .map(row -> row.vehicle().toString())
                .orElse(null);
    }

    private static @Nullable String driver(ChangeEvent event) {
        return ImageMapper.row(event.change())
                .map(row -> row.driver().toString())
                .orElse(null);
    }

    /**
     * Those that changed, and those around that changed later, on account of their own next change; in one order. It looks from
     * what is later, because in a stream that is nearly in order that is hardly more than the batch itself.
     */
    private static Uni<Integer> await(List<Fresh> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Fresh earliest =
                Collections.min(fresh, Comparator.comparingLong(Fresh::log).thenComparingInt(Fresh::place));
        return Sql.change(
                """
                WITH fresh AS (
                    SELECT number, log, place
                      FROM unnest(CAST(:numbers AS text[]), CAST(:logs AS bigint[]), CAST(:places AS bigint[]))
                           AS f (number, log, place)),
                later AS MATERIALIZED (
                    SELECT number, log, place FROM legacy_change
                     WHERE (log, place) > (CAST(:log AS bigint), CAST(:place AS integer))),
                own AS MATERIALIZED (
                    SELECT DISTINCT number, vehicle_id, driver_id FROM legacy_change
                     WHERE number IN (SELECT number FROM fresh) AND vehicle_id IS NOT NULL),
                other AS MATERIALIZED (
                    SELECT DISTINCT number, vehicle_id, driver_id FROM legacy_change
                     WHERE number IN (SELECT number FROM later) AND vehicle_id IS NOT NULL),
                around AS (
                    SELECT own.number, other.number AS other FROM own JOIN other USING (vehicle_id)
                     UNION
                    SELECT own.number, other.number FROM own JOIN other USING (driver_id)),
                due AS (
                    SELECT number, log, place FROM fresh
                     UNION
                    SELECT later.number, later.log, later.place
                      FROM fresh
                      JOIN around ON around.number = fresh.number AND around.other <> fresh.number
                      JOIN later ON later.number = around.other AND (later.log, later.place) > (fresh.log, fresh.place)),
                first AS (
                    SELECT DISTINCT ON (number) number, log, place FROM due ORDER BY number, log, place)
                INSERT INTO legacy_waiting AS w (number, mark, since, log, place)
                SELECT number, nextval('legacy_mark'), :now, log, place FROM first ORDER BY number
                ON CONFLICT (number) DO UPDATE
                   SET mark = excluded.mark, since = greatest(w.since, excluded.since),
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
                        "places", Rows.longs(fresh, it -> (long) it.place())));
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

    /** Those on the vehicles of the first few come first, because whatever is around one of them is around all of them. */
    private static Uni<List<Waiting>> waiting(String due, Map<String, Object> position, int limit) {
        Map<String, Object> parameters = new HashMap<>(position);
        parameters.put("limit", (long) limit);
        parameters.put("few", (long) LegacyHistories.few(limit));
        return Sql.read("""
                WITH longest AS MATERIALIZED (
                    SELECT w.number, w.since FROM legacy_waiting AS w
                     WHERE %1$s ORDER BY w.since, w.number LIMIT CAST(:limit AS bigint)),
                few AS (
                    SELECT number FROM longest ORDER BY since, number LIMIT CAST(:few AS bigint)),
                vehicles AS MATERIALIZED (
                    SELECT DISTINCT vehicle_id FROM legacy_change
                     WHERE number IN (SELECT number FROM few) AND vehicle_id IS NOT NULL),
                found AS (
                    SELECT number, bool_or(together) AS together
                      FROM (SELECT c.number, true AS together FROM vehicles JOIN legacy_change AS c USING (vehicle_id)
                             UNION
                            SELECT number, false FROM longest) AS each
                     GROUP BY number)
                SELECT w.number, w.mark FROM found JOIN legacy_waiting AS w USING (number)
                 WHERE %1$s
                 ORDER BY found.together DESC, w.since, w.number LIMIT CAST(:limit AS bigint)""".formatted(due), parameters, PostgresLegacyHistories::waiting);
    }

    private static Waiting waiting(Columns columns) {
        return new Waiting(new LegacyNumber(columns.text()), columns.longNumber());
    }

    @Override
    public Uni<List<ChangeEvent>> around(Collection<LegacyNumber> numbers) {
        return Sql.read(
                """
                WITH own AS MATERIALIZED (
                    SELECT DISTINCT number, vehicle_id, driver_id FROM legacy_change
                     WHERE number IN (SELECT unnest(CAST(:numbers AS text[]))))
                SELECT number, key, log, place, at, kind, image FROM legacy_change
                 WHERE number IN (
                       SELECT number FROM own
                        UNION
                       SELECT number FROM legacy_change WHERE vehicle_id IN (SELECT vehicle_id FROM own)
                        UNION
                       SELECT number FROM legacy_change WHERE driver_id IN (SELECT driver_id FROM own))""",
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
                        INSERT INTO legacy_waiting AS w (number, mark, since, log, place)
                        SELECT number, nextval('legacy_mark'), :now, CAST(:log AS bigint), CAST(:place AS integer)
                          FROM (SELECT DISTINCT number FROM legacy_change
                                 WHERE (log, place) >= (CAST(:log AS bigint), CAST(:place AS integer))
                                 ORDER BY number) AS changed
                        ON CONFLICT (number) DO UPDATE
                           SET mark = excluded.mark, since = greatest(w.since, excluded.since),
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
