package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many connections the application has to the database, as the database counts them. */
final class Connections {

    private static final int READERS = 64;

    private final PostgresPart postgres;

    Connections(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /**
     * As many as the application can open when everybody asks at once. A pool that lost connections in an accident, without
     * noticing, can open fewer than before.
     */
    long mostUnderPressure(Api api, String path, Duration length) throws SQLException {
        AtomicBoolean enough = new AtomicBoolean();
        long most = 0;
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < READERS; reader++) {
                var _ = readers.submit(() -> {
                    while (!enough.get()) {
                        var _ = api.get(path);
                    }
                });
            }
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                most = Math.max(most, count("true"));
                Wait.pause(Duration.ofMillis(20));
            }
            enough.set(true);
        }
        return most;
    }

    /** Those in a transaction that does nothing; at rest there are none but the relay's, for moments. */
    long abandoned() throws SQLException {
        return count("state LIKE 'idle in transaction%' AND now() - state_change > interval '3 seconds'");
    }

    private long count(String condition) throws SQLException {
        String sql = "SELECT count(*) FROM pg_stat_activity WHERE usename = '%s' AND %s"
                .formatted(postgres.app().user(), condition);
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            boolean _ = rows.next();
            return rows.getLong(1);
        }
    }
}
