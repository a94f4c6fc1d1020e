package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.domain.reconciliation.ReconciliationPolicy;

/**
 * Around a reservation are those that ever had its vehicle or driver at about the same time, whoever had its vehicle out when it
 * changed, and whoever had noted the vehicle's highest reading by then; each with all of its changes. What was not the last that
 * was known of a reservation at that moment does not count (ADR-0064).
 */
final class AroundReservations {

    static final String SQL = """
            WITH own AS MATERIALIZED (
                SELECT c.number, log, place, vehicle_id, driver_id, from_at, until_at
                  FROM unnest(CAST(:numbers AS text[])) AS asked (number)
                 CROSS JOIN LATERAL (SELECT * FROM legacy_change AS c WHERE c.number = asked.number OFFSET 0) AS c),
            spans AS MATERIALIZED (
                SELECT number, tstzrange(min(from_at) - interval '%1$d s', max(until_at) + interval '%1$d s') AS span
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
                   SELECT * FROM legacy_change AS c WHERE c.number = around.number OFFSET 0) AS c""".formatted(ReconciliationPolicy.REACH.toSeconds());

    private AroundReservations() {}
}
