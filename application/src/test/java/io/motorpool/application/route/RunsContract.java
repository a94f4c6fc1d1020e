package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of runs promises. */
public interface RunsContract extends RouteGround {

    @Test
    default void a_run_is_found_in_each_of_its_states() {
        Slot slot = givenSlot(givenRoute(givenCompany()));
        Versioned<Run> stored = givenScheduled(slot, morning(2));
        RunPlan plan = stored.value().plan();
        List<Run> life = List.of(
                new Run.InProgress(plan, morning(2)),
                new Run.Completed(plan, morning(2), morning(2).plusSeconds(3_000)),
                new Run.Cancelled(plan, CancellationCause.REPORTED_BY_MISTAKE, DECEMBER_5TH));

        assertThat(inTransaction(() -> runs().find(plan.id()))).contains(stored);
        for (Run next : life) {
            Versioned<Run> before = stored;
            stored = new Versioned<>(
                    next,
                    inTransaction(() -> runs().saveAll(List.of(before.with(next))))
                            .getFirst());
            assertThat(inTransaction(() -> runs().find(plan.id()))).contains(stored);
        }
        assertThat(inTransaction(() -> runs().find(new RunId(Ids.next())))).isEmpty();
    }

    @Test
    default void the_runs_of_a_service_date_are_those_that_are_scheduled_on_it_in_seoul() {
        Slot slot = givenSlot(givenRoute(givenCompany()));
        Versioned<Run> late = givenScheduled(slot, RouteGround.day(3).minusSeconds(60));
        Versioned<Run> early = givenScheduled(slot, RouteGround.day(2));
        Versioned<Run> next = givenScheduled(slot, RouteGround.day(3));
        Versioned<Run> _ = givenScheduled(slot, RouteGround.day(4));

        assertThat(inTransaction(() -> runs().between(slot.id(), NOVEMBER.atDay(2), NOVEMBER.atDay(2))))
                .containsExactly(early, late);
        assertThat(inTransaction(() -> runs().between(slot.id(), NOVEMBER.atDay(2), NOVEMBER.atDay(3))))
                .containsExactly(early, late, next);
        assertThat(inTransaction(() -> runs().list(
                                        new CompanyScope.Only(slot.company()), NOVEMBER.atDay(2), Page.Request.first()))
                        .items())
                .containsExactly(late, early);
    }

    @Test
    default void no_two_runs_of_a_slot_depart_at_the_same_instant_whoever_plans_at_once() {
        Slot slot = givenSlot(givenRoute(givenCompany()));

        var answers = AtOnce.times(4, () -> {
            try {
                return inTransaction(() -> runs().addAll(List.of(aRun(slot, morning(2)), aRun(slot, morning(3))))
                        .replaceWith("added"));
            } catch (ContendedException lost) {
                return "lost";
            }
        });

        assertThat(answers).filteredOn(answer -> answer.equals("added")).hasSize(1);
        assertThat(inTransaction(() -> runs().between(slot.id(), NOVEMBER.atDay(2), NOVEMBER.atDay(2))))
                .hasSize(1);
        assertThat(inTransaction(() -> runs().between(slot.id(), NOVEMBER.atDay(3), NOVEMBER.atDay(3))))
                .hasSize(1);
    }

    @Test
    default void of_many_runs_all_are_saved_or_none() {
        Slot slot = givenSlot(givenRoute(givenCompany()));
        Versioned<Run> first = givenScheduled(slot, morning(2));
        Versioned<Run> second = givenScheduled(slot, morning(3));
        Versioned<Run> stale = new Versioned<>(left(second.value()), new Version(7));

        assertThatThrownBy(() -> inTransaction(() -> runs().saveAll(List.of(first.with(left(first.value())), stale))))
                .isInstanceOf(ContendedException.class);
        assertThat(inTransaction(() -> runs().find(first.value().id()))).contains(first);
    }

    private static Run left(Run run) {
        return new Run.InProgress(run.plan(), run.plan().departure());
    }

    private static Run.Scheduled aRun(Slot slot, Instant departure) {
        return new Run.Scheduled(
                new RunPlan(new RunId(Ids.next()), slot.company(), slot.route(), slot.id(), departure));
    }

    private static Instant morning(int day) {
        return RouteGround.day(day).plusSeconds(8 * 3_600);
    }
}
