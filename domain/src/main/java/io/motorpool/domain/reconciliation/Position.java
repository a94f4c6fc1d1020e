package io.motorpool.domain.reconciliation;

import java.util.Comparator;

/**
 * Where a change stands in the order in which the legacy database made them, whatever the order in which they are heard of.
 *
 * @param log the place in the database's log
 * @param order among the changes that stand at the same place
 */
public record Position(long log, int order) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::log).thenComparingInt(Position::order);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(Position other) {
        return compareTo(other) < 0;
    }
}
