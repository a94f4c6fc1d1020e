package io.motorpool.domain.reconciliation;

import java.time.Instant;

/**
 * One change of one row of the legacy table.
 *
 * @param key the row's primary key, which may change
 * @param at when it was committed: by this clock the rules decide
 */
public record ChangeEvent(LegacyNumber number, String key, Position position, Instant at, Change change) {

    /** What happened to the row. */
    public sealed interface Change {}

    public record Created(Image after) implements Change {}

    public record Updated(Image after) implements Change {}

    public record Deleted() implements Change {}

    /** Nothing happened: a snapshot read the row, at the beginning or in mid-stream. */
    public record Read(Image after) implements Change {}
}
