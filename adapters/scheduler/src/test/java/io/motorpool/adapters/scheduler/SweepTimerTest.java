package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SweepTimerTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Sweeps sweeps = new Sweeps();
    private final SweepTimer timer = new SweepTimer(sweeps, meters);

    /** Sweeps as a test sets them. */
    private static final class Sweeps implements SweepReservations {

        private final List<String> asked = new ArrayList<>();
        private final List<Caller> callers = new ArrayList<>();
        private Uni<Decision<Report, Refusal>> lateReturns = found(Report.NOTHING);
        private Uni<Decision<Report, Refusal>> noShows = found(Report.NOTHING);

        @Override
        public Uni<Decision<Report, Refusal>> lateReturns(Caller caller) {
            asked.add("late returns");
            callers.add(caller);
            return lateReturns;
        }

        @Override
        public Uni<Decision<Report, Refusal>> noShows(Caller caller) {
            asked.add("no-shows");
            callers.add(caller);
            return noShows;
        }

        private static Uni<Decision<Report, Refusal>> found(Report report) {
            return Uni.createFrom().item(Decision.accept(report));
        }
    }

    @Test
    void late_returns_are_looked_for_before_no_shows() {
        sweep();

        assertThat(sweeps.asked).containsExactly("late returns", "no-shows");
    }

    @Test
    void it_acts_as_motorpool_itself_which_may_do_that_and_nothing_by_hand() {
        sweep();

        assertThat(sweeps.callers).containsOnly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.RUN_SWEEPS)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.reaches(new CompanyId(UUID.randomUUID())))
                .isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.OCCUPY_VEHICLES)).isFalse();
    }

    @Test
    void the_steps_are_counted_by_outcome() {
        sweeps.lateReturns = Sweeps.found(new SweepReservations.Report(7, 4, 1));
        sweeps.noShows = Sweeps.found(new SweepReservations.Report(2, 2, 0));

        sweep();

        assertThat(steps("late-returns", "taken")).isEqualTo(4);
        assertThat(steps("late-returns", "failed")).isEqualTo(1);
        assertThat(steps("late-returns", "left")).isEqualTo(2);
        assertThat(steps("no-shows", "taken")).isEqualTo(2);
    }

    @Test
    void what_was_done_is_logged_in_numbers_and_nothing_when_nothing_was() {
        try (Logged log = new Logged(SweepTimer.class)) {
            sweep();
            assertThat(log.messages()).isEmpty();

            sweeps.lateReturns = Sweeps.found(new SweepReservations.Report(7, 4, 1));
            sweep();

            assertThat(log.messages()).hasSize(1);
            assertThat(log.messages().getFirst()).startsWith("WARN");
        }
    }

    @Test
    void a_sweep_that_fails_does_not_keep_the_other_from_running() {
        sweeps.lateReturns = Uni.createFrom().failure(new IllegalStateException("the database is away"));

        try (Logged log = new Logged(Standing.class)) {
            sweep();
            sweep();

            assertThat(log.messages()).hasSize(1);
        }
        assertThat(sweeps.asked).containsExactly("late returns", "no-shows", "late returns", "no-shows");
    }

    @Test
    void a_refusal_is_noticed() {
        sweeps.noShows = Uni.createFrom().item(Decision.refuse(new NotPermitted(Permission.RUN_SWEEPS)));

        try (Logged log = new Logged(Standing.class)) {
            sweep();

            assertThat(log.messages()).hasSize(1);
        }
    }

    private void sweep() {
        timer.sweep().await().indefinitely();
    }

    private double steps(String sweep, String outcome) {
        return meters.get("motorpool.sweeps.steps")
                .tags("sweep", sweep, "outcome", outcome)
                .counter()
                .count();
    }
}
