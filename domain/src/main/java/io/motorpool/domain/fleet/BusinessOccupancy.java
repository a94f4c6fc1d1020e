package io.motorpool.domain.fleet;

import io.motorpool.domain.shared.Period;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What the windows of one vehicle come to within a period, told in dates: the union of their hours.
 *
 * @param within what was asked about
 * @param hours in order and apart; what touches, such as hours before and after midnight, is one
 */
public record BusinessOccupancy(Period within, List<Period> hours) {

    public BusinessOccupancy {
        hours = List.copyOf(hours);
    }

    public static BusinessOccupancy within(Period period, List<PlanWindow> windows) {
        Deque<Period> told = new ArrayDeque<>();
        windows.stream()
                .flatMap(window -> window.within(period).stream())
                .sorted(Comparator.comparing(Period::start))
                .forEach(next -> {
                    boolean apart = told.isEmpty() || told.getLast().end().isBefore(next.start());
                    told.addLast(apart ? next : merged(told.removeLast(), next));
                });
        return new BusinessOccupancy(period, List.copyOf(told));
    }

    /** Whether every moment that was asked about is the company's. */
    public boolean coversAll() {
        return hours.equals(List.of(within));
    }

    /** Whether no moment is. */
    public boolean coversNothing() {
        return hours.isEmpty();
    }

    private static Period merged(Period earlier, Period later) {
        return earlier.withEnd(Period.later(earlier.end(), later.end()));
    }
}
