package io.motorpool.domain.route;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.route.Fixtures.FIRST_BUS;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.aCompletedRun;
import static io.motorpool.domain.route.Fixtures.aPlan;
import static io.motorpool.domain.route.Fixtures.closed;
import static io.motorpool.domain.route.Fixtures.seoul;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.route.RouteEvent.RunCancelled;
import io.motorpool.domain.route.RouteEvent.RunCompleted;
import io.motorpool.domain.route.RouteEvent.RunStarted;
import io.motorpool.domain.route.RouteRefusal.ArrivalImplausible;
import io.motorpool.domain.route.RouteRefusal.DepartureImplausible;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.NotPossibleForRun;
import io.motorpool.domain.route.RouteRefusal.RunStep;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.Run.Cancelled;
import io.motorpool.domain.route.Run.Completed;
import io.motorpool.domain.route.Run.InProgress;
import io.motorpool.domain.route.Run.Scheduled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Instant EIGHT = seoul("2026-11-02T08:00:00");
    private static final Instant NOON = seoul("2026-11-02T12:00:00");
    private final Run scheduled = new Scheduled(aPlan(EIGHT));
    private final Run driving = new InProgress(aPlan(EIGHT), EIGHT);
    private final Run completed = aCompletedRun(EIGHT);
    private final Run cancelled = new Cancelled(aPlan(EIGHT), CancellationCause.WEATHER, EIGHT);

    @Test
    void a_run_leaves_and_arrives() {
        var left = accepted(scheduled.depart(EIGHT.plusSeconds(90), ClosedMonths.NONE, NOON));
        var arrived = accepted(left.run().arrive(EIGHT.plusSeconds(3_000), ClosedMonths.NONE, NOON));

        assertThat(left.fact()).isEqualTo(new RunStarted(scheduled.id(), HANBIT, FIRST_BUS, NOON));
        assertThat(arrived.run())
                .isEqualTo(new Completed(aPlan(EIGHT), EIGHT.plusSeconds(90), EIGHT.plusSeconds(3_000)));
        assertThat(arrived.fact()).isEqualTo(new RunCompleted(scheduled.id(), HANBIT, FIRST_BUS, NOON));
    }

    @Test
    void a_run_that_is_reported_afterwards_is_completed_at_once() {
        var reported = accepted(scheduled.complete(EIGHT, EIGHT.plusSeconds(3_000), ClosedMonths.NONE, NOON));

        assertThat(reported.run()).isEqualTo(new Completed(aPlan(EIGHT), EIGHT, EIGHT.plusSeconds(3_000)));
    }

    @Test
    void a_run_is_cancelled_before_it_leaves_or_on_its_way() {
        assertThat(accepted(scheduled.cancel(CancellationCause.WEATHER, ClosedMonths.NONE, NOON))
                        .fact())
                .isEqualTo(new RunCancelled(scheduled.id(), HANBIT, FIRST_BUS, NOON));
        assertThat(accepted(driving.cancel(CancellationCause.BREAKDOWN, ClosedMonths.NONE, NOON))
                        .run())
                .isEqualTo(new Cancelled(aPlan(EIGHT), CancellationCause.BREAKDOWN, NOON));
    }

    @Test
    void a_run_that_was_reported_by_mistake_is_annulled() {
        assertThat(accepted(completed.annul(ClosedMonths.NONE, NOON)).run().cause())
                .isEqualTo(CancellationCause.REPORTED_BY_MISTAKE);
    }

    @Test
    void each_state_offers_its_own_steps_and_no_others() {
        assertThat(stepsOf(scheduled)).containsExactly(RunStep.DEPART, RunStep.COMPLETE, RunStep.CANCEL);
        assertThat(stepsOf(driving)).containsExactly(RunStep.ARRIVE, RunStep.CANCEL);
        assertThat(stepsOf(completed)).containsExactly(RunStep.ANNUL);
        assertThat(stepsOf(cancelled)).isEmpty();
    }

    @Test
    void a_step_that_is_not_offered_says_where_the_run_stands() {
        assertThat(refused(completed.depart(EIGHT, ClosedMonths.NONE, NOON)))
                .isEqualTo(new NotPossibleForRun(RunStatus.COMPLETED, RunStep.DEPART));
    }

    @Test
    void a_departure_in_the_future_or_hours_off_the_timetable_is_a_slip_of_the_hand() {
        assertThat(refused(scheduled.depart(NOON.plusNanos(1), ClosedMonths.NONE, NOON)))
                .isEqualTo(new DepartureImplausible(EIGHT, NOON.plusNanos(1)));
        Instant farOff = EIGHT.minus(Run.DEPARTURE_REACH).minusSeconds(1);
        assertThat(refused(scheduled.depart(farOff, ClosedMonths.NONE, NOON)))
                .isEqualTo(new DepartureImplausible(EIGHT, farOff));
        assertThat(accepted(scheduled.depart(EIGHT.minus(Run.DEPARTURE_REACH), ClosedMonths.NONE, NOON)))
                .isNotNull();
    }

    @Test
    void an_arrival_before_the_departure_too_long_after_it_or_in_the_future_is_a_slip_of_the_hand() {
        Instant muchLater = EIGHT.plus(Run.LONGEST).plusSeconds(1);
        assertThat(refused(driving.arrive(EIGHT, ClosedMonths.NONE, NOON)))
                .isEqualTo(new ArrivalImplausible(EIGHT, EIGHT));
        assertThat(refused(driving.arrive(NOON.plusSeconds(1), ClosedMonths.NONE, NOON)))
                .isEqualTo(new ArrivalImplausible(EIGHT, NOON.plusSeconds(1)));
        assertThat(refused(driving.arrive(muchLater, ClosedMonths.NONE, muchLater)))
                .isEqualTo(new ArrivalImplausible(EIGHT, muchLater));
        assertThat(accepted(driving.arrive(EIGHT.plus(Run.LONGEST), ClosedMonths.NONE, muchLater)))
                .isNotNull();
    }

    @Test
    void nothing_is_reported_of_a_run_in_a_confirmed_month() {
        var refusal = new MonthClosed(NOVEMBER);

        assertThat(refused(scheduled.depart(EIGHT, closed(NOVEMBER), NOON))).isEqualTo(refusal);
        assertThat(refused(driving.arrive(NOON, closed(NOVEMBER), NOON))).isEqualTo(refusal);
        assertThat(refused(scheduled.complete(EIGHT, NOON, closed(NOVEMBER), NOON)))
                .isEqualTo(refusal);
        assertThat(refused(scheduled.cancel(CancellationCause.WEATHER, closed(NOVEMBER), NOON)))
                .isEqualTo(refusal);
        assertThat(refused(completed.annul(closed(NOVEMBER), NOON))).isEqualTo(refusal);
    }

    @Test
    void a_run_belongs_to_the_day_of_its_scheduled_departure_in_seoul_whenever_it_left_and_arrived() {
        Instant beforeMidnight = seoul("2026-11-30T23:50:00");
        Run lateAtNight =
                new Completed(aPlan(beforeMidnight), seoul("2026-12-01T00:05:00"), seoul("2026-12-01T01:10:00"));

        assertThat(lateAtNight.plan().serviceDate()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(lateAtNight.plan().month()).isEqualTo(NOVEMBER);
        assertThat(aPlan(seoul("2026-11-01T00:00:00")).serviceDate()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    private static List<RunStep> stepsOf(Run run) {
        return List.of(RunStep.values()).stream()
                .filter(step -> attempt(run, step) instanceof Decision.Accepted)
                .toList();
    }

    private static Decision<?, RouteRefusal> attempt(Run run, RunStep step) {
        return switch (step) {
            case DEPART -> run.depart(EIGHT, ClosedMonths.NONE, NOON);
            case ARRIVE -> run.arrive(EIGHT.plusSeconds(60), ClosedMonths.NONE, NOON);
            case COMPLETE -> run.complete(EIGHT, EIGHT.plusSeconds(60), ClosedMonths.NONE, NOON);
            case CANCEL -> run.cancel(CancellationCause.WEATHER, ClosedMonths.NONE, NOON);
            case ANNUL -> run.annul(ClosedMonths.NONE, NOON);
        };
    }
}
