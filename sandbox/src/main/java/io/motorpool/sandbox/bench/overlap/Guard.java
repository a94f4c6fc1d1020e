package io.motorpool.sandbox.bench.overlap;

import io.motorpool.sandbox.bench.overlap.Slots.Slot;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * A way to write a reservation and its fact in one transaction so that no other reservation of the vehicle overlaps. Each
 * answers whether the slot was granted; somebody else may have been faster.
 */
enum Guard {
    /** Nobody looks: the limit, which double-books. */
    NONE("none", false) {
        @Override
        Future<Boolean> write(SqlConnection connection, Slot slot) {
            return insert(connection, "held_freely", slot).compose(_ -> tell(connection, slot));
        }
    },
    /** What we do: the constraint decides, and a claim that lost gives way at once. */
    CLAIM("claim", true) {
        @Override
        Future<Boolean> write(SqlConnection connection, Slot slot) {
            return connection
                    .preparedQuery(INSERT.formatted("held_apart") + " ON CONFLICT DO NOTHING")
                    .execute(columns(slot))
                    .compose(inserted -> inserted.rowCount() == 1 ? tell(connection, slot) : refused());
        }
    },
    /** The constraint decides, and a loser waits for the winner: what an ORM sends. */
    PLAIN_INSERT("plain-insert", true) {
        @Override
        Future<Boolean> write(SqlConnection connection, Slot slot) {
            return insert(connection, "held_apart", slot).compose(_ -> tell(connection, slot));
        }
    },
    ROW_LOCK("row-lock", true) {
        @Override
        Future<Boolean> write(SqlConnection connection, Slot slot) {
            return connection
                    .preparedQuery("SELECT id FROM anchor WHERE id = $1 FOR NO KEY UPDATE")
                    .execute(Tuple.of(slot.vehicle()))
                    .compose(_ -> lookAndInsert(connection, slot));
        }
    },
    ADVISORY_LOCK("advisory-lock", true) {
        @Override
        Future<Boolean> write(SqlConnection connection, Slot slot) {
            return connection
                    .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                    .execute(Tuple.of(slot.vehicle().toString()))
                    .compose(_ -> lookAndInsert(connection, slot));
        }
    },
    /** Looks and inserts; one of two that did so at once is told to begin anew. */
    SERIALIZABLE("serializable", true) {
        @Override
        Future<Boolean> write(SqlConnection connection, Slot slot) {
            return connection
                    .query("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
                    .execute()
                    .compose(_ -> lookAndInsert(connection, slot));
        }
    };

    private static final String INSERT = "INSERT INTO %s (id, vehicle_id, start_at, end_at) VALUES ($1, $2, $3, $4)";
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final String label;
    private final boolean keepsApart;

    Guard(String label, boolean keepsApart) {
        this.label = label;
        this.keepsApart = keepsApart;
    }

    String label() {
        return label;
    }

    boolean keepsApart() {
        return keepsApart;
    }

    abstract Future<Boolean> write(SqlConnection connection, Slot slot);

    /** Until it is decided: whoever was told to begin anew does, as an application would. */
    Future<Boolean> ask(Pool pool, Slot slot) {
        return pool.withTransaction(connection -> write(connection, slot))
                .recover(failure -> switch (stateOf(failure)) {
                    case EXCLUSION_VIOLATION -> refused();
                    case DEADLOCK, SERIALIZATION_FAILURE -> ask(pool, slot);
                    default -> Future.failedFuture(failure);
                });
    }

    private static String stateOf(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState() != null ? refused.getSqlState() : "";
    }

    private static Future<Boolean> lookAndInsert(SqlConnection connection, Slot slot) {
        return connection
                .preparedQuery("SELECT 1 FROM held_freely WHERE vehicle_id = $1 AND start_at < $3 AND end_at > $2")
                .execute(Tuple.of(slot.vehicle(), slot.start(), slot.end()))
                .compose(found -> found.size() > 0
                        ? refused()
                        : insert(connection, "held_freely", slot).compose(_ -> tell(connection, slot)));
    }

    private static Future<?> insert(SqlConnection connection, String table, Slot slot) {
        return connection.preparedQuery(INSERT.formatted(table)).execute(columns(slot));
    }

    private static Tuple columns(Slot slot) {
        return Tuple.of(slot.id(), slot.vehicle(), slot.start(), slot.end());
    }

    private static Future<Boolean> tell(SqlConnection connection, Slot slot) {
        return connection
                .preparedQuery("INSERT INTO told (id, body) VALUES ($1, $2)")
                .execute(Tuple.of(UUID.randomUUID(), FACT + slot.id()))
                .map(true);
    }

    private static Future<Boolean> refused() {
        return Future.succeededFuture(false);
    }

    /** As long as a fact is. */
    private static final String FACT = "x".repeat(600);
}
