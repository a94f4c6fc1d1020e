package io.motorpool.domain.route;

import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.Run.Cancelled;
import io.motorpool.domain.route.Run.Changed;
import io.motorpool.domain.route.Run.Scheduled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a slot's timetable asks for on a service date, beside the runs that are there. Planning is idempotent: asked again
 * it finds nothing to do. Only what has not begun follows a new timetable; what somebody cancelled stays cancelled.
 *
 * @param toAdd runs that are missing
 * @param toChange runs that the timetable dropped, or has again
 */
public record DayPlan(List<Changed<Scheduled>> toAdd, List<Changed<? extends Run>> toChange) {

    public DayPlan {
        toAdd = List.copyOf(toAdd);
        toChange = List.copyOf(toChange);
    }

    /** @param present all runs of the slot on that date */
    public static DayPlan of(
            Slot slot,
            LocalDate serviceDate,
            List<Run> present,
            ClosedMonths closed,
            Supplier<RunId> nextId,
            Instant now) {
        if (closed.contain(serviceDate)) {
            return new DayPlan(List.of(), List.of());
        }
        Set<Instant> wanted = new TreeSet<>(slot.departuresOn(serviceDate));
        Map<Instant, Run> byDeparture = new TreeMap<>();
        present.forEach(run -> byDeparture.put(run.plan().departure(), run));
        List<Changed<? extends Run>> toChange = new ArrayList<>();
        for (Run run : byDeparture.values()) {
            boolean planned = wanted.contains(run.plan().departure());
            if (run.plan().departure().isAfter(now)) {
                change(run, planned, toChange, now);
            }
        }
        List<Changed<Scheduled>> toAdd = wanted.stream()
                .filter(departure -> !byDeparture.containsKey(departure))
                .map(departure ->
                        Run.plan(new RunPlan(nextId.get(), slot.company(), slot.route(), slot.id(), departure), now))
                .toList();
        return new DayPlan(toAdd, toChange);
    }

    private static void change(Run run, boolean planned, List<Changed<? extends Run>> changes, Instant now) {
        if (!planned && run instanceof Scheduled scheduled) {
            changes.add(scheduled.drop(now));
        } else if (planned
                && run instanceof Cancelled cancelled
                && cancelled.cause() == CancellationCause.TIMETABLE_CHANGED) {
            changes.add(cancelled.reinstate(now));
        }
    }
}
