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
import java.util.stream.Collectors;

/**
 * What a slot's timetable asks for on some service dates, beside the runs that are there. Planning is idempotent: asked again
 * it finds nothing to do. Only what has not begun follows a new timetable; what somebody cancelled stays cancelled.
 *
 * @param toAdd runs that are missing
 * @param toChange runs that the timetable dropped, or has again
 */
public record SlotPlan(List<Changed<Scheduled>> toAdd, List<Changed<? extends Run>> toChange) {

    public SlotPlan {
        toAdd = List.copyOf(toAdd);
        toChange = List.copyOf(toChange);
    }

    /**
     * @param first the first service date
     * @param last the last one, included
     * @param present all runs of the slot on those dates; those of a closed month stay as they are
     */
    public static SlotPlan of(
            Slot slot,
            LocalDate first,
            LocalDate last,
            List<Run> present,
            ClosedMonths closed,
            Supplier<RunId> nextId,
            Instant now) {
        Set<Instant> wanted = first.datesUntil(last.plusDays(1))
                .filter(day -> !closed.contain(day))
                .flatMap(day -> slot.departuresOn(day).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Instant, Run> byDeparture = present.stream()
                .filter(run -> !closed.contain(run.plan().serviceDate()))
                .collect(Collectors.toMap(run -> run.plan().departure(), run -> run, (run, _) -> run, TreeMap::new));
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
        return new SlotPlan(toAdd, toChange);
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
