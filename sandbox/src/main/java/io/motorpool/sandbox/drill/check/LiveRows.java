package io.motorpool.sandbox.drill.check;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Everything that is live, table by table: reservations, keys, money, people, what was told and what was written down about it.
 * What a shadow keeps for itself is not, and neither is what the issuer of tokens does by its own schedule.
 */
public final class LiveRows {

    private static final String TABLES = """
            SELECT relname FROM pg_class
             WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
               AND relname NOT LIKE 'legacy\\_%' AND relname NOT IN ('undecodable_message', 'difference_rule')
               AND relname NOT IN ('key_ring', 'signing_key', 'security_entry', 'rate_bucket', 'used_assertion')
               AND relname NOT LIKE 'flyway%'
             ORDER BY relname""";

    private final PostgresPart postgres;

    public LiveRows(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /** Facts that are still to be told. */
    public long untold() throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            boolean _ = row.next();
            return row.getLong(1);
        }
    }

    /** A digest of each table. */
    public Map<String, String> digest() throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            Map<String, String> digests = new TreeMap<>();
            for (String table : tables(statement)) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') FROM \"%s\" AS t"
                                .formatted(table))) {
                    boolean _ = row.next();
                    digests.put(table, row.getString(1));
                }
            }
            return digests;
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** One line for each table that is not as it was. */
    public static List<String> compare(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(table -> !Objects.equals(table.getValue(), after.get(table.getKey())))
                .map(table ->
                        "%s had %s, and now %s".formatted(table.getKey(), table.getValue(), after.get(table.getKey())))
                .toList();
    }
}
