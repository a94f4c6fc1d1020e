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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Those that changed, and those around that changed later, on account of their own next change; in one order. */
    private static Uni<Integer> await(List<Fresh> fresh, Instant now) {
        return Sql.change(
                """
                WITH fresh AS (
                    SELECT number, log, place
                      FROM unnest(CAST(:numbers AS text[]), CAST(:logs AS bigint[]), CAST(:places AS bigint[]))
                           AS f (number, log, place)),
                around AS (
                    SELECT f.log, f.place, other.number
                      FROM fresh AS f
                      JOIN legacy_change AS own ON own.number = f.number
                      JOIN legacy_change AS other ON other.vehicle_id = own.vehicle_id AND other.number <> f.number
                     UNION
                    SELECT f.log, f.place, other.number
                      FROM fresh AS f
                      JOIN legacy_change AS own ON own.number = f.number
                      JOIN legacy_change AS other ON other.driver_id = own.driver_id AND other.number <> f.number),
                due AS (
                    SELECT number, log, place FROM fresh
                     UNION
                    SELECT a.number, later.log, later.place
                      FROM around AS a
                      JOIN legacy_change AS later
                        ON later.number = a.number AND (later.log, later.place) > (a.log, a.place)),
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
                        "numbers", Rows.texts(fresh, Fresh::number),
                        "logs", Rows.longs(fresh, Fresh::log),
                        "places", Rows.longs(fresh, it -> (long) it.place())));
    }

    @Override
    public Uni<List<Waiting>> quiet(Instant since, int limit) {
        return Sql.read("""
                SELECT number, mark FROM legacy_waiting
                 WHERE since <= :since ORDER BY since, number LIMIT CAST(:limit AS bigint)""", Map.of("since", since, "limit", (long) limit), PostgresLegacyHistories::waiting);
    }

    @Override
    public Uni<List<Waiting>> upTo(Position watermark, int limit) {
        return Sql.read(
                """
                SELECT number, mark FROM legacy_waiting
                 WHERE (log, place) <= (CAST(:log AS bigint), CAST(:place AS integer))
                 ORDER BY since, number LIMIT CAST(:limit AS bigint)""",
                Map.of("log", watermark.log(), "place", watermark.order(), "limit", (long) limit),
                PostgresLegacyHistories::waiting);
    }

    private static Waiting waiting(Columns columns) {
        return new Waiting(new LegacyNumber(columns.text()), columns.longNumber());
    }

    @Override
    public Uni<List<ChangeEvent>> around(LegacyNumber number) {
        return Sql.read("""
                SELECT number, key, log, place, at, kind, image FROM legacy_change
                 WHERE number IN (
                       SELECT CAST(:number AS text)
                        UNION
                       SELECT other.number FROM legacy_change AS own
                         JOIN legacy_change AS other ON other.vehicle_id = own.vehicle_id WHERE own.number = :number
                        UNION
                       SELECT other.number FROM legacy_change AS own
                         JOIN legacy_change AS other ON other.driver_id = own.driver_id WHERE own.number = :number)""", Map.of("number", number.value()), PostgresLegacyHistories::event);
    }

    private static ChangeEvent event(Columns columns) {
        return new ChangeEvent(
                new LegacyNumber(columns.text()),
                columns.text(),
                new Position(columns.longNumber(), columns.number()),
                columns.instant(),
                ImageMapper.change(columns.constant(ImageMapper.Kind.class), columns.textOrNull()));
    }

    @Override
    public Uni<Boolean> settle(Waiting waiting) {
        return Sql.change(
                        "DELETE FROM legacy_waiting WHERE number = :number AND mark = :mark",
                        Map.of("number", waiting.number().value(), "mark", waiting.mark()))
                .map(rows -> rows == 1);
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
