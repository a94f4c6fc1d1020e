package io.motorpool.domain.route;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.route.Fixtures.COMMUTE;
import static io.motorpool.domain.route.Fixtures.FIRST_BUS;
import static io.motorpool.domain.route.Fixtures.MONDAY;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.aCompletedRun;
import static io.motorpool.domain.route.Fixtures.aPlan;
import static io.motorpool.domain.route.Fixtures.aSlot;
import static io.motorpool.domain.route.Fixtures.at;
import static io.motorpool.domain.route.Fixtures.closed;
import static io.motorpool.domain.route.Fixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.route.RouteEvent.RunPlanned;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.Run.Cancelled;
import io.motorpool.domain.route.Run.Scheduled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlotPlanTest {

    private static final Instant BEFORE = at(MONDAY.minusDays(1), 12, 0);
    private static final Instant EIGHT = at(MONDAY, 8, 0);
    private static final Instant NINE = at(MONDAY, 9, 0);

    private final AtomicLong ids = new AtomicLong();

    @Test
    void a_day_without_runs_gets_those_of_the_timetable() {
        SlotPlan plan = plan(aSlot(weekdays(MONDAY, "08:00", "09:00")), List.of(), BEFORE);

        assertThat(plan.toAdd().stream().map(added -> added.run().plan().departure()))
                .containsExactly(EIGHT, NINE);
        assertThat(plan.toAdd().getFirst().fact())
                .isEqualTo(new RunPlanned(new RunId(new UUID(9, 1)), HANBIT, FIRST_BUS, EIGHT, BEFORE));
        assertThat(plan.toAdd().getFirst().run().plan().route()).isEqualTo(COMMUTE);
    }

    @Test
    void planning_again_finds_nothing_to_do() {
        Slot slot = aSlot(weekdays(MONDAY, "08:00", "09:00"));
        List<Run> present = new ArrayList<>();
        plan(slot, List.of(), BEFORE).toAdd().forEach(added -> present.add(added.run()));

        assertThat(plan(slot, present, BEFORE)).isEqualTo(new SlotPlan(List.of(), List.of()));
    }

    @Test
    void a_missed_day_is_planned_afterwards_so_that_it_can_be_reported() {
        assertThat(plan(aSlot(weekdays(MONDAY, "08:00")), List.of(), at(MONDAY.plusDays(2), 0, 0))
                        .toAdd())
                .hasSize(1);
    }

    @Test
    void a_run_that_the_timetable_dropped_is_cancelled_and_comes_back_with_it() {
        SlotPlan dropped = plan(aSlot(weekdays(MONDAY, "08:00")), List.of(scheduled(EIGHT), scheduled(NINE)), BEFORE);
        Run gone = dropped.toChange().getFirst().run();

        assertThat(gone).isEqualTo(new Cancelled(aPlan(NINE), CancellationCause.TIMETABLE_CHANGED, BEFORE));
        assertThat(plan(aSlot(weekdays(MONDAY, "08:00", "09:00")), List.of(scheduled(EIGHT), gone), BEFORE)
                        .toChange()
                        .getFirst()
                        .run())
                .isEqualTo(scheduled(NINE));
    }

    @Test
    void what_somebody_cancelled_or_what_has_begun_does_not_follow_the_timetable() {
        Run cancelled = new Cancelled(aPlan(EIGHT), CancellationCause.WEATHER, BEFORE);
        Run overdue = scheduled(EIGHT);
        Run completed = aCompletedRun(EIGHT);

        assertThat(plan(aSlot(weekdays(MONDAY, "08:00")), List.of(cancelled), BEFORE))
                .isEqualTo(new SlotPlan(List.of(), List.of()));
        assertThat(plan(aSlot(), List.of(overdue), EIGHT)).isEqualTo(new SlotPlan(List.of(), List.of()));
        assertThat(plan(aSlot(), List.of(completed), BEFORE)).isEqualTo(new SlotPlan(List.of(), List.of()));
    }

    @Test
    void nothing_is_planned_into_a_confirmed_month() {
        assertThat(SlotPlan.of(
                        aSlot(weekdays(MONDAY, "08:00")),
                        MONDAY,
                        MONDAY,
                        List.of(scheduled(NINE)),
                        closed(NOVEMBER),
                        this::nextId,
                        BEFORE))
                .isEqualTo(new SlotPlan(List.of(), List.of()));
    }

    @Test
    void days_of_an_open_month_are_planned_beside_those_of_a_confirmed_one() {
        SlotPlan plan = SlotPlan.of(
                aSlot(weekdays(MONDAY, "08:00")),
                MONDAY,
                MONDAY.plusDays(42),
                List.of(),
                closed(NOVEMBER),
                this::nextId,
                BEFORE);

        assertThat(plan.toAdd())
                .isNotEmpty()
                .allMatch(added -> !added.run().plan().month().equals(NOVEMBER));
    }

    private SlotPlan plan(Slot slot, List<Run> present, Instant now) {
        return SlotPlan.of(slot, MONDAY, MONDAY, present, ClosedMonths.NONE, this::nextId, now);
    }

    private RunId nextId() {
        return new RunId(new UUID(9, ids.incrementAndGet()));
    }

    private static Run scheduled(Instant departure) {
        return new Scheduled(aPlan(departure));
    }
}
