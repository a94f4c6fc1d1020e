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

    static final String OWNER = "SELECT company_id, 0 FROM zone WHERE id = $1 AND status = 'ACTIVE'";

    static final String CARDS = """
            SELECT c.id, c.owner, c.company_id, c.user_id, c.token, c.brand, c.last_four, c.expiry FROM card AS c
             WHERE (c.owner = 'PERSON' AND c.user_id = $1)
                OR (c.owner = 'MEMBER' AND c.user_id = $1 AND c.company_id = $2)
                OR (c.owner = 'REPRESENTATIVE' AND c.company_id = $2)
             ORDER BY c.number""";

    static final String VEHICLES = """
            WITH standing AS (
                SELECT * FROM vehicle AS s
                 WHERE s.zone_id = $1 AND s.status <> 'RETIRED' AND s.id > $2
                 ORDER BY s.id LIMIT $3)
            SELECT c.id, c.name, c.business_number, c.billing_policy, c.status, v.id, v.company_id, v.zone_id, v.plate, v.vin,
                   v.model, v.seats, v.ownership, v.turnaround_minutes, v.propulsion, v.range_km, v.odometer_km, v.status,
                   m.id, m.company_id, m.user_id, m.name, m.department, m.role, m.accepts_hand_over, m.licence_class,
                   m.licence_expiry, m.status, o.id, o.company_id, o.vehicle_id, o.kind, o.driver_id, o.in_use, o.start_at,
                   o.end_at, o.kept_until, o.clear_at
              FROM standing AS v
              JOIN company AS c ON c.id = v.company_id
              LEFT JOIN member AS m ON m.company_id = v.company_id AND m.user_id = $4
              LEFT JOIN LATERAL (
                   SELECT * FROM occupancy AS h
                    WHERE h.vehicle_id = v.id AND (h.in_use OR (h.clear_at > $5 AND h.start_at < $6))
                   UNION
                   SELECT * FROM occupancy AS d
                    WHERE d.driver_id = $4 AND d.end_at > $5 AND d.start_at < $6) AS o ON true
             ORDER BY v.id, o.start_at""";

    static final List<String> OF_MAP = List.of(MARKERS);
    static final List<String> OF_LIST = List.of(OWNER, VEHICLES, CARDS);

    private Statements() {}
}
