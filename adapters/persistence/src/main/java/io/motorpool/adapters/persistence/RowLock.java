package io.motorpool.adapters.persistence;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/**
 * Locks on single rows, in PostgreSQL's own words: the strongest one that the mapping knows still lets new rows refer to
 * the locked one, and that is what a retirement has to prevent.
 */
public enum RowLock {
    /** It stays as it is until the transaction ends; others may hold it at the same time. */
    HOLD("FOR SHARE"),
    /**
     * Until the transaction ends nobody else changes or holds it. Rows that refer to it can still be made, so whoever makes
     * one under a lock of its own and whoever changes this one do not wait for each other.
     */
    CHANGE("FOR NO KEY UPDATE"),
    /** Until the transaction ends nobody else changes it, holds it or makes a row that refers to it. */
    EXCLUSIVE("FOR UPDATE");

    private final String clause;

    RowLock(String clause) {
        this.clause = clause;
    }

    /** The end of a question about the rows to be locked. */
    public String clause() {
        return clause;
    }

    /** Waits for its turn. A row that is not there is not locked. */
    Uni<Void> on(String table, UUID id) {
        return Sql.rows("SELECT id, 0 FROM " + table + " WHERE id = :id " + clause, Map.of("id", id))
                .replaceWithVoid();
    }
}
