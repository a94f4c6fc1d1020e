package io.motorpool.domain.reconciliation;

import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happened to one reservation, as it happened. However its changes were heard of, in whatever order, twice, with a
 * snapshot in between or under another primary key: the history is the same (ADR-0051).
 *
 * @param events in the order of their positions
 */
record History(LegacyNumber number, List<ChangeEvent> events) {

    static History of(LegacyNumber number, List<ChangeEvent> heard) {
        TreeMap<Position, ChangeEvent> inOrder = new TreeMap<>();
        heard.forEach(event -> inOrder.putIfAbsent(event.position(), event));
        List<ChangeEvent> events = new ArrayList<>();
        for (ChangeEvent event : inOrder.values()) {
            ChangeEvent last = events.isEmpty() ? null : events.getLast();
            if (last != null && isAnotherKeyOf(last, event)) {
                events.removeLast();
                events.add(with(event, new Updated(((Created) event.change()).after())));
            } else if (last == null || !(event.change() instanceof Read)) {
                events.add(event);
            } else if (!image(event).equals(image(last))) {
                events.add(event);
            }
        }
        return new History(number, List.copyOf(events));
    }

    /** A change of the primary key is told as a deletion and a creation in one transaction. */
    private static boolean isAnotherKeyOf(ChangeEvent last, ChangeEvent event) {
        return last.change() instanceof Deleted
                && event.change() instanceof Created
                && last.at().equals(event.at())
                && !last.key().equals(event.key());
    }

    private static ChangeEvent with(ChangeEvent event, Change change) {
        return new ChangeEvent(event.number(), event.key(), event.position(), event.at(), change);
    }

    /** Empty when the row is gone. */
    static Optional<Image> image(ChangeEvent event) {
        return switch (event.change()) {
            case Created(var after) -> Optional.of(after);
            case Updated(var after) -> Optional.of(after);
            case Read(var after) -> Optional.of(after);
            case Deleted _ -> Optional.empty();
        };
    }

    /** The row as it was just before; what could not be read counts for nothing. */
    Optional<LegacyRow> rowBefore(Position position) {
        LegacyRow row = null;
        for (ChangeEvent event : events) {
            if (!event.position().isBefore(position)) {
                break;
            }
            Image image = image(event).orElse(null);
            if (image == null) {
                row = null;
            } else if (image instanceof Image.Readable(var read)) {
                row = read;
            }
        }
        return Optional.ofNullable(row);
    }

    Position last() {
        return events.getLast().position();
    }
}
