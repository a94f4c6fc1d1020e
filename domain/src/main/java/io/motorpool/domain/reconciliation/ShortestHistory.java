package io.motorpool.domain.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The shortest history that still shows a difference, found by delta debugging: whole parts are left out as long as it differs
 * without them, then smaller ones, down to single events. What is left differs, and without any one of its events it agrees.
 */
public final class ShortestHistory {

    private ShortestHistory() {}

    /**
     * @param events a history that differs
     * @param differs whether a history does; asked often, so it should not take long
     */
    public static List<ChangeEvent> of(List<ChangeEvent> events, Predicate<List<ChangeEvent>> differs) {
        if (!differs.test(events)) {
            throw new IllegalArgumentException("a history that agrees has no shortest one that differs");
        }
        List<ChangeEvent> shortest = List.copyOf(events);
        int parts = 2;
        while (shortest.size() > 1) {
            List<ChangeEvent> shorter = shortened(shortest, Math.min(parts, shortest.size()), differs);
            if (shorter.size() < shortest.size()) {
                shortest = shorter;
                parts = Math.max(parts - 1, 2);
            } else if (parts < shortest.size()) {
                parts = Math.min(2 * parts, shortest.size());
            } else {
                return shortest;
            }
        }
        return shortest;
    }

    /** Without the first of so many parts that it can do without; the same if it can do without none. */
    private static List<ChangeEvent> shortened(
            List<ChangeEvent> events, int parts, Predicate<List<ChangeEvent>> differs) {
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) events.size() * part / parts);
            int until = (int) ((long) events.size() * (part + 1) / parts);
            List<ChangeEvent> rest = new ArrayList<>(events.subList(0, from));
            rest.addAll(events.subList(until, events.size()));
            if (differs.test(rest)) {
                return List.copyOf(rest);
            }
        }
        return events;
    }
}
