package io.motorpool.sandbox.bench.settlement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

/**
 * The limit: the same rows in the same tables, under the same constraints and the same role, by one statement for each kind of
 * row. It asks nobody, locks nothing, tells nobody, and settles all companies or none.
 */
final class BareSettlement {

    private static final String CAPTURE = """
            INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won, recorded_at)
            SELECT r.id, r.company_id, r.service_date, r.route_id, served.id, 'CAPTURED', price.version, price.won, now()
              FROM run AS r
              JOIN vehicle_contract AS served
                ON served.slot_id = r.slot_id AND served.start_at <= r.departure
               AND (served.end_at IS NULL OR served.end_at > r.departure)
             CROSS JOIN LATERAL (
                   SELECT rate.version, rate.won FROM rate
                    WHERE rate.route_id = r.route_id AND rate.valid_from <= r.service_date
                    ORDER BY rate.valid_from DESC, rate.version DESC LIMIT 1) AS price
             WHERE r.status = 'COMPLETED' AND r.service_date >= '%1$s' AND r.service_date < '%2$s'""";
    private static final String SETTLEMENTS = """
            CREATE TEMP TABLE bill AS
            SELECT gen_random_uuid() AS id, t.company_id, 'ST%3$s-' || lpad(nextval('settlement_number')::text, 6, '0') AS number,
                   sum(t.won)::bigint AS supply
              FROM charge AS t WHERE t.service_date >= '%1$s' AND t.service_date < '%2$s'
             GROUP BY t.company_id;
            INSERT INTO settlement (id, number, company_id, month, issue)
            SELECT id, number, company_id, '%1$s', 1 FROM bill""";
    /** The statistics of a table that was filled a moment ago are those of an empty one: a loop would look promising. */
    private static final String WHOLE_MONTHS_ARE_HASHED = "SET enable_nestloop = off";

    private static final String SNAPSHOTS = """
            WITH frozen AS (
            SELECT b.id, b.company_id, b.number,
                   '{"company":"' || b.company_id || '","confirmedAt":"' || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                   || '","format":"motorpool.settlement.v1","issue":1,"month":"%4$s","number":"' || b.number
                   || '","previous":"' || repeat('0', 64) || '","sections":[' || s.text || '],"sequence":1,"settlement":"' || b.id
                   || '","shown":{"businessNumber":"' || c.business_number || '","name":"' || c.name || '"},"totals":{"supply":'
                   || b.supply || ',"total":' || b.supply + b.supply / 10 || ',"vat":' || b.supply / 10 || '}}' AS text
              FROM bill AS b
              JOIN company AS c ON c.id = b.company_id
              JOIN (SELECT company_id, string_agg(text, ',' ORDER BY route_id) AS text
                      FROM (SELECT r.company_id, r.route_id,
                                   '{"extraCosts":[],"route":"' || r.route_id || '","runs":[' || string_agg(
                                   '{"amount":' || t.won || ',"contract":"' || k.number || '","departure":"'
                                   || to_char(r.departure AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                                   || '","rateVersion":' || t.rate_version || ',"run":"' || r.id || '","serviceDate":"'
                                   || r.service_date || '","shown":{"model":"' || v.model || '","plate":"' || v.plate
                                   || '","slot":"' || slot.name || '"}}', ',' ORDER BY r.departure, r.id)
                                   || '],"shown":{"name":"' || min(route.name) || '"},"supply":' || sum(t.won) || '}' AS text
                              FROM run AS r
                              JOIN charge AS t ON t.company_id = r.company_id AND t.service_date = r.service_date
                                              AND t.run_id = r.id AND t.kind <> 'CREDIT'
                              JOIN vehicle_contract AS k ON k.id = t.contract_id
                              JOIN slot ON slot.id = r.slot_id
                              JOIN route ON route.id = r.route_id
                              JOIN vehicle AS v ON v.id = k.vehicle_id
                             WHERE r.service_date >= '%1$s' AND r.service_date < '%2$s'
                               AND NOT EXISTS (SELECT FROM charge AS c WHERE c.about_id = t.id AND c.kind = 'CREDIT')
                             GROUP BY r.company_id, r.route_id) AS section
                     GROUP BY company_id) AS s ON s.company_id = b.company_id),
            registered AS (
            INSERT INTO seal_register (company_id, sequence, number, seal)
            SELECT company_id, 1, number, encode(sha256(convert_to(text, 'UTF8')), 'hex') FROM frozen)
            INSERT INTO snapshot (settlement_id, company_id, sequence, text)
            SELECT id, company_id, 1, text FROM frozen""";
    private static final String CONFIRMATIONS = """
            INSERT INTO settlement_step (settlement_id, version, status, at, confirmed_by, supply, seal)
            SELECT b.id, 1, 'CONFIRMED', now(), gen_random_uuid(), b.supply, r.seal
              FROM bill AS b JOIN seal_register AS r ON r.company_id = b.company_id""";

    private final YearMonth month;

    BareSettlement(YearMonth month) {
        this.month = month;
    }

    /** How long it took, each statement in a transaction of its own. */
    Duration settle(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            long begun = System.nanoTime();
            for (String statement : List.of(CAPTURE, SETTLEMENTS, WHOLE_MONTHS_ARE_HASHED, SNAPSHOTS, CONFIRMATIONS)) {
                sql.execute(statement.formatted(
                        month.atDay(1),
                        month.plusMonths(1).atDay(1),
                        month.toString().replace("-", ""),
                        month));
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
