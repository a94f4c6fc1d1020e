package io.motorpool.application.fleet;

import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.Period;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** What the windows of one vehicle come to, told in dates. */
final class BusinessOccupancy {

    private BusinessOccupancy() {}

    /** In order; periods that touch, such as hours before and after midnight, become one. */
    static List<Period> within(Period period, List<PlanWindow> windows) {
        Deque<Period> told = new ArrayDeque<>();
        windows.stream()
                .flatMap(window -> window.within(period).stream())
                .sorted(Comparator.comparing(Period::start))
                .forEach(next -> {
                    boolean apart = told.isEmpty() || told.getLast().end().isBefore(next.start());
                    told.addLast(apart ? next : merged(told.removeLast(), next));
                });
        return List.copyOf(told);
    }

    private static Period merged(Period earlier, Period later) {
        return earlier.withEnd(Period.later(earlier.end(), later.end()));
    }
}
