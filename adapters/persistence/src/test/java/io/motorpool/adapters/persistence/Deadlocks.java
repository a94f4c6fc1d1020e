package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/**
 * What PostgreSQL counts of them. It may count a little late, but a deadlock also takes a second to be found; so whoever
 * is answered within a second was in none.
 */
public record Deadlocks(PostgresContract store, long before) {

    public static Deadlocks soFar(PostgresContract store) {
        return new Deadlocks(store, count(store));
    }

    public void assertThatNoneWasAdded() {
        assertThat(count(store)).as("deadlocks").isEqualTo(before);
    }

    private static long count(PostgresContract store) {
        return (Long) store.inTransaction(() -> Sql.rows(
                        "SELECT deadlocks, 0 FROM pg_stat_database WHERE datname = current_database()", Map.of()))
                .getFirst()[0];
    }
}
