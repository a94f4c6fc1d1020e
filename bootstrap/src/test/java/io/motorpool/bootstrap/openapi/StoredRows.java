package io.motorpool.bootstrap.openapi;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A digest of every row that is stored, to see that nothing was changed. What waits to be told goes by itself and is left
 * out; letters and exports, which leave other rows behind when they are done, are waited for.
 */
public final class StoredRows {

    private static final String UNDER_WAY =
            "select (select count(*) from letter_to_send) + (select count(*) from log_export where outcome is null)";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
              and table_name not in ('outbox', 'flyway_schema_history')""";

    private StoredRows() {}

    public static Map<String, String> digest(PostgresPart postgres) {
        try (Connection connection = postgres.connect(postgres.owner());
                Statement statement = connection.createStatement()) {
            awaitWhatIsUnderWay(statement);
            Map<String, String> digests = new TreeMap<>();
            for (String table : column(statement, TABLES)) {
                String digest =
                        "select count(*) || ' ' || coalesce(md5(string_agg(md5(r::text), '' order by md5(r::text))), '')"
                                + " from \"%s\" r".formatted(table);
                digests.put(table, column(statement, digest).getFirst());
            }
            return digests;
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot look into the database", failed);
        }
    }

    private static void awaitWhatIsUnderWay(Statement statement) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!column(statement, UNDER_WAY).equals(List.of("0"))
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
