package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reconciliation.CompareHistories;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTimersTest {

    private final List<Caller> callers = new ArrayList<>();
    private final Deque<CompareHistories.Round> rounds = new ArrayDeque<>();
    private final ReconciliationTimers timers = new ReconciliationTimers(new Compare());

    @Test
    void one_batch_after_the_other_is_compared_until_none_waits() {
        rounds.add(new CompareHistories.Round(500, Map.of(Kind.MATCH, 499, Kind.FIELD_DIFF, 1), true));
        rounds.add(new CompareHistories.Round(3, Map.of(Kind.MATCH, 2), false));
        rounds.add(new CompareHistories.Round(0, Map.of(), false));

        once(timers.compareQuiet());

        assertThat(rounds).isEmpty();
    }

    @Test
    void it_acts_as_motorpool_itself_which_explains_nothing() {
        rounds.add(new CompareHistories.Round(0, Map.of(), false));

        once(timers.compareQuiet());

        assertThat(callers).containsExactly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.RUN_RECONCILIATION)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.EXPLAIN_DIFFERENCES)).isFalse();
    }

    private final class Compare implements CompareHistories {

        @Override
        public Uni<Decision<Round, Refusal>> compareQuiet(Caller caller) {
            callers.add(caller);
            return Uni.createFrom().item(Decision.accept(rounds.remove()));
        }

        @Override
        public Uni<Decision<Round, Refusal>> compareUpTo(Caller caller, Position watermark) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark) {
            throw new AssertionError("nobody asked");
        }
    }

    private static void once(Uni<Void> timer) {
        var _ = timer.await().indefinitely();
    }
}
