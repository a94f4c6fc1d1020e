package io.motorpool.sandbox.bench.reservation;

import java.util.List;

/**
 * What the application sends to the database, word for word. {@link SentStatements} compares them with what it really
 * sends before anything is measured, so a limit that is not the limit any more is noticed.
 */
final class Statements {

    static final String BEGIN = "BEGIN";
    static final String COMMIT = "COMMIT";

    static final String CLAIM_KEY = """
            SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)), k.fingerprint, k.status,
                   CAST(k.headers AS text), k.body
            FROM (SELECT 1) AS one LEFT JOIN idempotency_key AS k
              ON k.caller_id = $2 AND k.operation = $3 AND k.key = $4
             AND k.answered_at > CAST(CAST($5 AS text) AS timestamptz)""";

    static final String THINGS = """
            select vr1_0.id,vr1_0.company_id,vr1_0.model,vr1_0.odometer_km,vr1_0.ownership,vr1_0.plate,vr1_0.seats,\
            vr1_0.status,vr1_0.turnaround_minutes,vr1_0.version,vr1_0.vin,vr1_0.zone_id,cr1_0.id,cr1_0.billing_policy,\
            cr1_0.business_number,cr1_0.name,cr1_0.status,cr1_0.version,mr1_0.id,mr1_0.accepts_hand_over,\
            mr1_0.company_id,mr1_0.department,mr1_0.licence_class,mr1_0.licence_expiry,mr1_0.name,mr1_0.role,\
            mr1_0.status,mr1_0.user_id,mr1_0.version from vehicle vr1_0 join company cr1_0 on \
            cr1_0.id=vr1_0.company_id left join member mr1_0 on mr1_0.company_id=vr1_0.company_id and \
            mr1_0.user_id=$1 where vr1_0.id=$2""";

    private static final String OCCUPANCY_COLUMNS = """
            select or1_0.id,or1_0.clear_at,or1_0.company_id,or1_0.driver_id,or1_0.end_at,or1_0.in_use,or1_0.kept_until,\
            or1_0.kind,or1_0.start_at,or1_0.vehicle_id from occupancy or1_0 where\s""";

    static final String PLANS = OCCUPANCY_COLUMNS + """
            (or1_0.vehicle_id=$1 and or1_0.clear_at>$2 and or1_0.start_at<$3) or (or1_0.vehicle_id=$1 and or1_0.in_use) \
            or (or1_0.driver_id=$4 and or1_0.end_at>$2 and or1_0.start_at<$3)""";

    static final String ADD_RESERVATION = """
            WITH free AS (
                SELECT v.id FROM vehicle AS v
                  JOIN member AS m ON m.company_id = v.company_id AND m.user_id = $1
                 WHERE v.id = $2 AND v.company_id = $3
                   AND v.status = 'ACTIVE' AND m.status = 'ACTIVE'
                   FOR KEY SHARE),
            held AS (
                INSERT INTO occupancy (id, company_id, vehicle_id, kind, driver_id, in_use,
                                       start_at, end_at, kept_until, clear_at)
                SELECT $4, $5, free.id, 'RESERVATION', $6, false,
                       CAST(CAST($7 AS text) AS timestamptz), CAST(CAST($8 AS text) AS timestamptz),
                       CAST(CAST($9 AS text) AS timestamptz), CAST(CAST($10 AS text) AS timestamptz)
                  FROM free
                ON CONFLICT DO NOTHING
                RETURNING id)
            INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at,
                                     turnaround_minutes, corporate, created_at, status, at_risk, no_show_from)
            SELECT held.id, 0, $11, $12, $13, CAST(CAST($14 AS text) AS timestamptz),
                   CAST(CAST($15 AS text) AS timestamptz), CAST($16 AS integer), CAST($17 AS boolean),
                   CAST(CAST($18 AS text) AS timestamptz), 'RESERVED', false, CAST(CAST($19 AS text) AS timestamptz)
              FROM held""";

    static final String AUDIT = """
            INSERT INTO audit_entry
                   (id, at, actor_id, role, company_id, subject_id, action, reason_code, reason_note, before, after)
            SELECT CAST(e.id AS uuid), CAST(e.at AS timestamptz), CAST(e.actor AS uuid), e.role,
                   CAST(e.company AS uuid), CAST(e.subject AS uuid), e.action, e.code, e.note,
                   CAST(e.before AS jsonb), CAST(e.after AS jsonb)
            FROM unnest(CAST($1 AS text[]), CAST($2 AS text[]), CAST($3 AS text[]),
                        CAST($4 AS text[]), CAST($5 AS text[]), CAST($6 AS text[]),
                        CAST($7 AS text[]), CAST($8 AS text[]), CAST($9 AS text[]),
                        CAST($10 AS text[]), CAST($11 AS text[]))
              AS e (id, at, actor, role, company, subject, action, code, note, before, after)""";

    static final String OUTBOX = """
            INSERT INTO outbox (id, topic, key, body)
            SELECT CAST(m.id AS uuid), m.topic, m.key, m.body
            FROM unnest(CAST($1 AS text[]), CAST($2 AS text[]), CAST($3 AS text[]),
                        CAST($4 AS text[])) WITH ORDINALITY AS m (id, topic, key, body, n)
            ORDER BY m.n""";

    static final String REMEMBER_ANSWER = """
            INSERT INTO idempotency_key AS k
                   (caller_id, operation, key, fingerprint, status, headers, body, answered_at)
            VALUES ($1, $2, $3, $4, $5, CAST(CAST($6 AS text) AS jsonb), $7,
                    CAST(CAST($8 AS text) AS timestamptz))
            ON CONFLICT (caller_id, operation, key) DO UPDATE
               SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                   body = excluded.body, answered_at = excluded.answered_at
             WHERE k.answered_at <= CAST(CAST($9 AS text) AS timestamptz)""";

    private static final String RESERVATION_COLUMNS = """
            select rr1_0.id,rr1_0.at_risk,rr1_0.clear_at,rr1_0.company_id,rr1_0.corporate,rr1_0.created_at,\
            rr1_0.driver_id,rr1_0.end_at,rr1_0.end_odometer_km,rr1_0.ended_at,rr1_0.kept_until,rr1_0.no_show_from,\
            rr1_0.start_at,rr1_0.start_odometer_km,rr1_0.started_at,rr1_0.status,rr1_0.turnaround_minutes,\
            rr1_0.vehicle_id,rr1_0.version from reservation rr1_0 where\s""";

    static final String ONE_RESERVATION = RESERVATION_COLUMNS + "rr1_0.id=$1";

    static final String SEARCH = RESERVATION_COLUMNS + """
            1=1 and rr1_0.company_id=$1 and rr1_0.vehicle_id=$2 and rr1_0.end_at>$3 and rr1_0.start_at>$4 and \
            rr1_0.start_at<$5 order by rr1_0.start_at,rr1_0.id fetch first $6 rows only""";

    static final String VEHICLE = """
            select vr1_0.id,vr1_0.company_id,vr1_0.model,vr1_0.odometer_km,vr1_0.ownership,vr1_0.plate,vr1_0.seats,\
            vr1_0.status,vr1_0.turnaround_minutes,vr1_0.version,vr1_0.vin,vr1_0.zone_id from vehicle vr1_0 \
            where vr1_0.id=$1""";

    static final String SCHEDULE = OCCUPANCY_COLUMNS + """
            or1_0.vehicle_id=$1 and ((or1_0.clear_at>$2 and or1_0.start_at<$3) or or1_0.in_use)""";

    static final List<String> OF_CREATE =
            List.of(BEGIN, CLAIM_KEY, THINGS, PLANS, ADD_RESERVATION, AUDIT, OUTBOX, REMEMBER_ANSWER, COMMIT);
    static final List<String> OF_REFUSAL = List.of(BEGIN, CLAIM_KEY, THINGS, PLANS, REMEMBER_ANSWER, COMMIT);
    static final List<String> OF_READ = List.of(ONE_RESERVATION);
    static final List<String> OF_AVAILABILITY = List.of(VEHICLE, SCHEDULE);
    static final List<String> OF_SEARCH = List.of(SEARCH);

    private Statements() {}
}
