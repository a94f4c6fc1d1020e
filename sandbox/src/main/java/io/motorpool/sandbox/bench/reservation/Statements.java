package io.motorpool.sandbox.bench.reservation;

import java.util.List;

/**
 * What the application sends to the database, word for word. {@link io.motorpool.sandbox.bench.SentStatements} compares them with what it really
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

    private static final String PLAN_COLUMNS = """
            o.id, o.company_id, o.vehicle_id, o.kind, o.driver_id, o.in_use, o.start_at, o.end_at, o.kept_until, o.clear_at""";

    static final String AROUND = """
            SELECT c.id, c.name, c.business_number, c.billing_policy, c.status, v.id, v.company_id, v.zone_id, v.plate,
                   v.vin, v.model, v.seats, v.ownership, v.turnaround_minutes, v.propulsion, v.range_km, v.odometer_km, v.status, m.id,
                   m.company_id,
                   m.user_id, m.name, m.department, m.role, m.accepts_hand_over, m.licence_class, m.licence_expiry,
                   m.status,\s""" + PLAN_COLUMNS + " " + """
            FROM vehicle AS v
              JOIN company AS c ON c.id = v.company_id
              LEFT JOIN member AS m ON m.company_id = v.company_id AND m.user_id = $1
              LEFT JOIN occupancy AS o
                ON (o.vehicle_id = $2 AND o.clear_at > $3 AND o.start_at < $4)
                OR (o.vehicle_id = $2 AND o.in_use)
                OR (o.driver_id = $1 AND o.end_at > $3 AND o.start_at < $4)
             WHERE v.id = $2""";

    static final String CARDS = """
            SELECT c.id, c.owner, c.company_id, c.user_id, c.token, c.brand, c.last_four, c.expiry FROM card AS c
             WHERE (c.owner = 'PERSON' AND c.user_id = $1)
                OR (c.owner = 'MEMBER' AND c.user_id = $1 AND c.company_id = $2)
                OR (c.owner = 'REPRESENTATIVE' AND c.company_id = $2)
             ORDER BY c.number""";

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
                SELECT $4, $3, free.id, 'RESERVATION', $1, false,
                       CAST(CAST($5 AS text) AS timestamptz), CAST(CAST($6 AS text) AS timestamptz),
                       CAST(CAST($6 AS text) AS timestamptz), CAST(CAST($7 AS text) AS timestamptz)
                  FROM free
                ON CONFLICT DO NOTHING
                RETURNING id)
            INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at,
                                     turnaround_minutes, corporate, created_at, status, at_risk, no_show_from)
            SELECT held.id, 0, $3, $2, $1, CAST(CAST($5 AS text) AS timestamptz),
                   CAST(CAST($6 AS text) AS timestamptz), CAST($8 AS integer), CAST($9 AS boolean),
                   CAST(CAST($10 AS text) AS timestamptz), 'RESERVED', false, CAST(CAST($11 AS text) AS timestamptz)
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
            INSERT INTO outbox (id, topic, key, body, touched)
            SELECT CAST(m.id AS uuid), m.topic, m.key, m.body, m.touched
            FROM unnest(CAST($1 AS text[]), CAST($2 AS text[]), CAST($3 AS text[]),
                        CAST($4 AS text[]), CAST($5 AS text[]))
                 WITH ORDINALITY AS m (id, topic, key, body, touched, n)
            ORDER BY m.n""";

    static final String ACCOUNT = """
            INSERT INTO reservation_account (reservation_id, company_id, version, payer_id, card_id,
                                             by_representative_card, step_won)
            VALUES ($1, $2, 0, $3, CAST(NULLIF($4, '') AS uuid), $5, $6)""";

    static final String PAYMENT = """
            INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status, aim, failures, due_at,
                                 reference, reason, replaced_by, settled_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, NULLIF($8, ''),
                    CAST(NULLIF($9, '') AS integer), CAST(NULLIF($10, '') AS timestamptz),
                    NULLIF($11, ''), NULLIF($12, ''), CAST(NULLIF($13, '') AS uuid),
                    CAST(NULLIF($14, '') AS timestamptz))
            ON CONFLICT (id) DO UPDATE
               SET status = excluded.status, aim = excluded.aim, failures = excluded.failures,
                   due_at = excluded.due_at, reference = excluded.reference, reason = excluded.reason,
                   replaced_by = excluded.replaced_by, settled_at = excluded.settled_at""";

    static final String LEDGER = """
            INSERT INTO ledger_entry (id, payment_id, reversal, company_id, reservation_id, payer_id, kind, won, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT DO NOTHING""";

    static final String REMEMBER_ANSWER = """
            INSERT INTO idempotency_key AS k
                   (caller_id, operation, key, fingerprint, status, headers, body, answered_at)
            VALUES ($1, $2, $3, $4, $5, CAST(CAST($6 AS text) AS jsonb), $7,
                    CAST(CAST($8 AS text) AS timestamptz))
            ON CONFLICT (caller_id, operation, key) DO UPDATE
               SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                   body = excluded.body, answered_at = excluded.answered_at
             WHERE k.answered_at <= CAST(CAST($9 AS text) AS timestamptz)""";

    private static final String VIEW = """
            SELECT r.id, r.company_id, r.vehicle_id, r.driver_id, r.start_at, r.end_at, r.status, r.corporate, r.at_risk,
                   r.kept_until IS NOT NULL, r.started_at, r.start_odometer_km,
                   CASE WHEN r.status IN ('RETURNED', 'FORCE_RETURNED') THEN r.ended_at END, r.end_odometer_km,
                   r.created_at, r.version
             FROM reservation AS r WHERE\s""";

    static final String ONE_RESERVATION = VIEW + "r.id = $1";

    static final String SEARCH = VIEW + """
            true AND r.company_id = $1 AND r.vehicle_id = $2 AND r.end_at > $3 AND r.start_at > $4 AND r.start_at < $5
            ORDER BY r.start_at, r.id LIMIT $6""";

    static final String AVAILABILITY = "SELECT v.company_id, v.status, " + PLAN_COLUMNS + " " + """
            FROM vehicle AS v
              LEFT JOIN occupancy AS o
                ON o.vehicle_id = v.id AND ((o.clear_at > $1 AND o.start_at < $2) OR o.in_use)
             WHERE v.id = $3""";

    static final List<String> OF_CREATE = List.of(
            BEGIN,
            CLAIM_KEY,
            AROUND,
            CARDS,
            ADD_RESERVATION,
            AUDIT,
            OUTBOX,
            ACCOUNT,
            PAYMENT,
            LEDGER,
            OUTBOX,
            REMEMBER_ANSWER,
            COMMIT);
    static final List<String> OF_READ = List.of(ONE_RESERVATION);
    static final List<String> OF_AVAILABILITY = List.of(AVAILABILITY);
    static final List<String> OF_SEARCH = List.of(SEARCH);

    private Statements() {}
}
