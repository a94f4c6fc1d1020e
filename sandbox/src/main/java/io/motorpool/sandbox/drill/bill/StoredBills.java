package io.motorpool.sandbox.drill.bill;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every settlement as the database has it, looked at as a whole: what belongs to one step is there together, or not at all. */
public final class StoredBills {

    /** Facts are gone through once, not once for each settlement: there are thousands. */
    private static final String ALL = """
            WITH told AS (
                SELECT f.body::jsonb ->> 'subject' AS subject,
                       count(*) FILTER (WHERE f.body::jsonb ->> 'type' = 'io.motorpool.settlement.settlement-confirmed.v1')
                           AS confirmed,
                       count(*) FILTER (WHERE f.body::jsonb ->> 'type' = 'io.motorpool.settlement.settlement-posted.v1')
                           AS posted
                  FROM drill.committed AS f
                 WHERE f.body LIKE '%io.motorpool.settlement.settlement-%'
                 GROUP BY 1)
            SELECT s.number,
                   (SELECT count(*) FROM settlement_draft AS d WHERE d.settlement_id = s.id) AS drafts,
                   (SELECT count(*) FROM settlement_step AS t WHERE t.settlement_id = s.id AND t.status = 'CONFIRMED')
                       AS confirmed,
                   (SELECT t.status FROM settlement_step AS t WHERE t.settlement_id = s.id ORDER BY t.version DESC LIMIT 1)
                       AS status,
                   (SELECT count(*) FROM snapshot AS n JOIN settlement_step AS t ON t.settlement_id = n.settlement_id
                     WHERE n.settlement_id = s.id
                       AND t.seal = encode(sha256(convert_to(n.text, 'UTF8')), 'hex')) AS sealed,
                   (SELECT count(*) FROM snapshot AS n WHERE n.settlement_id = s.id) AS snapshots,
                   (SELECT count(*) FROM posting_turn AS p WHERE p.settlement_id = s.id) AS turns,
                   EXISTS (SELECT FROM closed_month AS c WHERE c.company_id = s.company_id AND c.month = s.month)::int
                       AS closed,
                   (SELECT count(*) FROM audit_entry AS a WHERE a.subject_id = s.id AND a.action = 'confirm-settlement')
                       AS audited,
                   coalesce(told.confirmed, 0) AS told,
                   coalesce(told.posted, 0) AS posted
              FROM settlement AS s
              LEFT JOIN told ON told.subject = s.id::text""";

    private final PostgresPart postgres;

    public StoredBills(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /** What one settlement consists of. */
    private record Stored(
            boolean draft,
            long confirmed,
            String status,
            long sealed,
            long snapshots,
            boolean turn,
            boolean closed,
            long audited,
            long told,
            long posted) {

        static Stored of(ResultSet row) throws SQLException {
            String last = row.getString("status");
            return new Stored(
                    row.getInt("drafts") == 1,
                    row.getLong("confirmed"),
                    last == null ? "CALCULATED" : last,
                    row.getLong("sealed"),
                    row.getLong("snapshots"),
                    row.getInt("turns") == 1,
                    row.getInt("closed") == 1,
                    row.getLong("audited"),
                    row.getLong("told"),
                    row.getLong("posted"));
        }

        boolean isBefore() {
            return draft && confirmed + snapshots + sealed + audited + told + posted == 0 && !turn && !closed;
        }

        /** Audited once by whoever confirmed it, under the same name when a press did. */
        boolean isAfter() {
            boolean frozen = confirmed == 1 && snapshots == 1 && sealed == 1 && audited == 1 && told == 1 && closed;
            boolean waits = status.equals("CONFIRMED") || status.equals("POSTING");
            return !draft && frozen && turn == waits && posted == (status.equals("POSTED") ? 1 : 0);
        }
    }

    /** Those that are neither as before their confirmation nor as after it, by number. */
    public Map<String, String> between() throws SQLException {
        Map<String, String> between = new TreeMap<>();
        read().forEach((number, stored) -> {
            if (!stored.isBefore() && !stored.isAfter()) {
                between.put(number, stored.toString());
            }
        });
        return between;
    }

    /** By number. */
    public Map<String, String> statuses() throws SQLException {
        Map<String, String> statuses = new TreeMap<>();
        read().forEach((number, stored) -> statuses.put(number, stored.status()));
        return statuses;
    }

    private Map<String, Stored> read() throws SQLException {
        Map<String, Stored> all = new LinkedHashMap<>();
        try (Connection database = postgres.connect(postgres.superuser());
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                all.put(rows.getString("number"), Stored.of(rows));
            }
        }
        return all;
    }
}
