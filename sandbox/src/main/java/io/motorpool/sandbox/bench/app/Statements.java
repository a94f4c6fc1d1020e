package io.motorpool.sandbox.bench.app;

import java.util.List;

/**
 * What the application sends to the database, word for word. {@link io.motorpool.sandbox.bench.SentStatements} compares them with what it
 * really sends before anything is measured.
 */
final class Statements {

    static final String MARKERS = """
            SELECT z.id, z.name, z.longitude, z.latitude, CAST(z.area AS text),
                   (SELECT count(*) FROM vehicle AS v WHERE v.zone_id = z.id AND v.status <> 'RETIRED')
              FROM zone AS z
             WHERE z.company_id = $1 AND z.status = 'ACTIVE' AND z.latitude BETWEEN $2 AND $3
               AND CASE WHEN CAST($4 AS double precision) <= CAST($5 AS double precision)
                        THEN z.longitude BETWEEN $4 AND $5
                        ELSE z.longitude >= $4 OR z.longitude <= $5 END
             ORDER BY z.id LIMIT $6""";

    static final String VISITOR = """
            SELECT c.id, c.name, c.business_number, c.billing_policy, c.status, m.id, m.company_id, m.user_id, m.name,
                   m.department, m.role, m.accepts_hand_over, m.licence_class, m.licence_expiry, m.status, o.id, o.company_id,
                   o.vehicle_id, o.kind, o.driver_id, o.in_use, o.start_at, o.end_at, o.kept_until, o.clear_at
              FROM zone AS z
              JOIN company AS c ON c.id = z.company_id
              LEFT JOIN member AS m ON m.company_id = z.company_id AND m.user_id = $1
              LEFT JOIN occupancy AS o ON o.driver_id = $1 AND o.end_at > $2 AND o.start_at < $3
             WHERE z.id = $4 AND z.status = 'ACTIVE'""";

    static final String CARDS = """
            SELECT c.id, c.owner, c.company_id, c.user_id, c.token, c.brand, c.last_four, c.expiry FROM card AS c
             WHERE (c.owner = 'PERSON' AND c.user_id = $1)
                OR (c.owner = 'MEMBER' AND c.user_id = $1 AND c.company_id = $2)
                OR (c.owner = 'REPRESENTATIVE' AND c.company_id = $2)
             ORDER BY c.number""";

    static final String VEHICLES = """
            SELECT v.id, v.company_id, v.zone_id, v.plate, v.vin, v.model, v.seats, v.ownership, v.turnaround_minutes,
                   v.propulsion, v.range_km, v.odometer_km, v.status, o.id, o.company_id, o.vehicle_id, o.kind, o.driver_id,
                   o.in_use, o.start_at, o.end_at, o.kept_until, o.clear_at
              FROM (SELECT * FROM vehicle AS s
                     WHERE s.zone_id = $1 AND s.status <> 'RETIRED' AND s.id > $2
                     ORDER BY s.id LIMIT $3) AS v
              LEFT JOIN occupancy AS o
                ON o.vehicle_id = v.id AND (o.in_use OR (o.clear_at > $4 AND o.start_at < $5))
             ORDER BY v.id, o.start_at""";

    static final List<String> OF_MAP = List.of(MARKERS);
    static final List<String> OF_LIST = List.of(VISITOR, VEHICLES, CARDS);

    private Statements() {}
}
