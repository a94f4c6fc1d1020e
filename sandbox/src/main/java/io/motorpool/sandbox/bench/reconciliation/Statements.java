package io.motorpool.sandbox.bench.reconciliation;

import java.util.List;

/**
 * What the application sends to the database to hear a batch and to compare one, word for word. {@link
 * io.motorpool.sandbox.bench.SentStatements} compares them with what it really sends.
 */
final class Statements {

    static final String BEGIN_HEARING = """
            SELECT set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock(hashtext('legacy_change'))::text""";

    static final String KEEP = """
            INSERT INTO legacy_change (number, log, place, key, at, kind, image, vehicle_id, driver_id,
                                       from_at, until_at, is_out, km, heard_at)
            SELECT number, log, place, key, at, kind, image, vehicle, driver, from_at, until_at, is_out, km, $1
              FROM unnest(CAST($2 AS text[]), CAST($3 AS bigint[]), CAST($4 AS bigint[]),
                          CAST($5 AS text[]), CAST($6 AS timestamptz[]), CAST($7 AS text[]),
                          CAST($8 AS text[]), CAST(CAST($9 AS text[]) AS uuid[]),
                          CAST(CAST($10 AS text[]) AS uuid[]), CAST($11 AS timestamptz[]),
                          CAST($12 AS timestamptz[]), CAST(CAST($13 AS text[]) AS boolean[]),
                          CAST($14 AS bigint[]))
                   AS heard (number, log, place, key, at, kind, image, vehicle, driver, from_at, until_at, is_out, km)
            ON CONFLICT DO NOTHING
            RETURNING number, log, place, vehicle_id""";

    static final String AWAIT = """
            WITH fresh AS MATERIALIZED (
                SELECT number, log, place, vehicle
                  FROM unnest(CAST($1 AS text[]), CAST($2 AS bigint[]), CAST($3 AS bigint[]),
                              CAST(CAST($4 AS text[]) AS uuid[]))
                       AS f (number, log, place, vehicle)),
            later AS MATERIALIZED (
                SELECT number, log, place, vehicle_id, driver_id FROM legacy_change
                 WHERE (log, place) > (CAST($5 AS bigint), CAST($6 AS integer))
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
            SELECT number, nextval('legacy_mark'), $7, log, place, vehicle FROM first ORDER BY number
            ON CONFLICT (number) DO UPDATE
               SET mark = excluded.mark, since = greatest(w.since, excluded.since),
                   vehicle_id = coalesce(excluded.vehicle_id, w.vehicle_id),
                   log = CASE WHEN (excluded.log, excluded.place) < (w.log, w.place)
                              THEN excluded.log ELSE w.log END,
                   place = CASE WHEN (excluded.log, excluded.place) < (w.log, w.place)
                                THEN excluded.place ELSE w.place END""";

    static final String CLAIM = """
            WITH longest AS MATERIALIZED (
                SELECT w.number, w.mark, w.since, w.vehicle_id FROM legacy_waiting AS w
                 WHERE (w.log, w.place) <= (CAST($1 AS bigint), CAST($2 AS integer))
                 ORDER BY w.since, w.number LIMIT CAST($3 AS bigint) FOR UPDATE SKIP LOCKED),
            few AS (
                SELECT vehicle_id FROM longest ORDER BY since, number LIMIT CAST($4 AS bigint)),
            together AS MATERIALIZED (
                SELECT each.number, each.mark, each.since
                  FROM (SELECT DISTINCT vehicle_id FROM few WHERE vehicle_id IS NOT NULL) AS vehicle
                 CROSS JOIN LATERAL (
                       SELECT w.number, w.mark, w.since FROM legacy_waiting AS w
                        WHERE w.vehicle_id = vehicle.vehicle_id AND (w.log, w.place) <= (CAST($1 AS bigint), CAST($2 AS integer))
                        ORDER BY w.since, w.number LIMIT CAST($3 AS bigint) FOR UPDATE SKIP LOCKED) AS each)
            SELECT number, mark
              FROM (SELECT number, mark, since, true AS together FROM together
                     UNION ALL
                    SELECT number, mark, since, false FROM longest
                     WHERE number NOT IN (SELECT number FROM together)) AS found
             ORDER BY together DESC, since, number LIMIT CAST($3 AS bigint)""";

    static final String AROUND = """
            WITH own AS MATERIALIZED (
                SELECT c.number, log, place, vehicle_id, driver_id, from_at, until_at
                  FROM unnest(CAST($1 AS text[])) AS asked (number)
                 CROSS JOIN LATERAL (SELECT * FROM legacy_change AS c WHERE c.number = asked.number OFFSET 0) AS c),
            spans AS MATERIALIZED (
                SELECT number, tstzrange(min(from_at) - interval '14400 s', max(until_at) + interval '14400 s') AS span
                  FROM own WHERE vehicle_id IS NOT NULL GROUP BY number),
            on_vehicles AS (
                SELECT vehicle_id, unnest(range_agg(span)) AS span FROM own JOIN spans USING (number)
                 WHERE vehicle_id IS NOT NULL GROUP BY vehicle_id),
            by_drivers AS (
                SELECT driver_id, unnest(range_agg(span)) AS span FROM own JOIN spans USING (number)
                 WHERE driver_id IS NOT NULL GROUP BY driver_id),
            out AS MATERIALIZED (
                SELECT vehicle.vehicle_id, c.number, c.log, c.place, next.log AS next_log, next.place AS next_place
                  FROM (SELECT DISTINCT vehicle_id FROM own WHERE vehicle_id IS NOT NULL) AS vehicle
                 CROSS JOIN LATERAL (
                       SELECT number, log, place FROM legacy_change AS c
                        WHERE is_out AND c.vehicle_id = vehicle.vehicle_id OFFSET 0) AS c
                  LEFT JOIN LATERAL (
                       SELECT log, place FROM legacy_change AS l
                        WHERE l.number = c.number AND (l.log, l.place) > (c.log, c.place)
                          AND (l.vehicle_id IS NOT NULL OR l.kind = 'DELETED')
                        ORDER BY log, place LIMIT 1) AS next ON true),
            around AS (
                SELECT number FROM own
                 UNION
                SELECT c.number FROM on_vehicles CROSS JOIN LATERAL (
                       SELECT number FROM legacy_change AS c
                        WHERE c.vehicle_id = on_vehicles.vehicle_id
                          AND until_at > lower(span) AND from_at < upper(span) OFFSET 0) AS c
                 UNION
                SELECT c.number FROM by_drivers CROSS JOIN LATERAL (
                       SELECT number FROM legacy_change AS c
                        WHERE c.driver_id = by_drivers.driver_id
                          AND until_at > lower(span) AND from_at < upper(span) OFFSET 0) AS c
                 UNION
                SELECT out.number FROM own JOIN out USING (vehicle_id)
                 WHERE (out.log, out.place) < (own.log, own.place)
                   AND (next_log IS NULL OR (next_log, next_place) >= (own.log, own.place))
                 UNION
                SELECT c.number FROM own CROSS JOIN LATERAL (
                       SELECT number FROM legacy_change AS c
                        WHERE c.vehicle_id = own.vehicle_id AND km IS NOT NULL AND (c.log, c.place) < (own.log, own.place)
                          AND NOT EXISTS (
                              SELECT FROM legacy_change AS l
                               WHERE l.number = c.number AND (l.log, l.place) > (c.log, c.place)
                                 AND (l.log, l.place) < (own.log, own.place)
                                 AND (l.vehicle_id IS NOT NULL OR l.kind = 'DELETED'))
                        ORDER BY km DESC LIMIT 1) AS c)
            SELECT c.number, key, log, place, at, kind, image
              FROM around CROSS JOIN LATERAL (
                   SELECT * FROM legacy_change AS c WHERE c.number = around.number OFFSET 0) AS c""";

    static final String COMPANIES = """
            SELECT c.id, c.name, c.business_number, c.billing_policy, c.status
              FROM company AS c WHERE c.id = ANY (CAST($1 AS uuid[]))""";

    static final String VEHICLES = """
            SELECT v.id, v.company_id, v.zone_id, v.plate, v.vin, v.model, v.seats, v.ownership, v.turnaround_minutes,
                   v.propulsion, v.range_km, v.odometer_km, v.status
              FROM vehicle AS v WHERE v.id = ANY (CAST($1 AS uuid[]))""";

    static final String MEMBERS = """
            SELECT m.id, m.company_id, m.user_id, m.name, m.department, m.role, m.accepts_hand_over,
                   m.licence_class, m.licence_expiry, m.status FROM member AS m
             WHERE (m.company_id, m.user_id) IN (
                   SELECT company, driver FROM unnest(CAST($1 AS uuid[]), CAST($2 AS uuid[]))
                          AS named (company, driver))""";

    static final String SETTLE = """
            DELETE FROM legacy_waiting
             WHERE number IN (
                   SELECT w.number FROM legacy_waiting AS w
                     JOIN unnest(CAST($1 AS text[]), CAST($2 AS bigint[])) AS seen (number, mark)
                       ON seen.number = w.number AND seen.mark = w.mark
                    ORDER BY w.number
                      FOR UPDATE OF w SKIP LOCKED)
            RETURNING number""";

    static final String STORE = """
            INSERT INTO legacy_verdict
                   (number, signature, kind, detail, events, changed_at, compared_at)
            SELECT number, signature, kind, detail, events, changed_at, compared_at
              FROM unnest(CAST($1 AS text[]), CAST($2 AS text[]),
                          CAST($3 AS text[]), CAST($4 AS text[]),
                          CAST($5 AS bigint[]), CAST($6 AS timestamptz[]),
                          CAST($7 AS timestamptz[]))
                   AS v (number, signature, kind, detail, events, changed_at, compared_at)
             ORDER BY number
            ON CONFLICT (number) DO UPDATE
               SET signature = excluded.signature, kind = excluded.kind, detail = excluded.detail,
                   events = excluded.events, changed_at = excluded.changed_at,
                   compared_at = excluded.compared_at""";

    static final String WAITS = """
            SELECT EXISTS (SELECT FROM legacy_waiting
                            WHERE (log, place) <= (CAST($1 AS bigint), CAST($2 AS integer)))""";

    static final List<String> OF_HEARING = List.of(BEGIN_HEARING, KEEP, AWAIT);
    static final List<String> OF_COMPARING = List.of(CLAIM, AROUND, COMPANIES, VEHICLES, MEMBERS, SETTLE, STORE, WAITS);

    private Statements() {}
}
