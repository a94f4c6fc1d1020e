package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;

/**
 * Rows that are of no use any more. They are forgotten a few at a time, by whichever node comes; those that somebody has
 * locked are left for the next time, so that nobody waits for a clean-up.
 *
 * @param key the table's primary key
 * @param condition which rows are old {@code :then}
 */
record OldRows(String table, String key, String condition) {

    /** Chosen apart from the deletion: as a part of it, the choice could be made again and again, of other rows each time. */
    Uni<Integer> forget(Instant then, int atMost) {
        return Sql.change("""
                WITH old AS MATERIALIZED (
                    SELECT %2$s FROM %1$s WHERE %3$s LIMIT :most FOR UPDATE SKIP LOCKED)
                DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM old)""".formatted(table, key, condition), Map.of("then", then, "most", atMost));
    }
}
