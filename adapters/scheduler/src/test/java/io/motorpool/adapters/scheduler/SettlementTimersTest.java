package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.settlement.JobId;
import io.motorpool.application.settlement.PostSettlements;
import io.motorpool.application.settlement.PressSettlement;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementTimersTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Caller> callers = new ArrayList<>();
    private final Deque<Decision<Boolean, Refusal>> companies = new ArrayDeque<>();
    private final SettlementTimers timers = new SettlementTimers(new Post(), meters);
    private final Vertx vertx = Vertx.vertx();
    private final PressTimer presses = new PressTimer(new Press(), "200ms", vertx, meters);

    @AfterEach
    void end() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void one_company_after_the_other_is_settled_until_none_waits() {
        companies.addAll(List.of(Decision.accept(true), Decision.accept(true), Decision.accept(false)));

        once(presses.workOnPresses());

        assertThat(companies).isEmpty();
        assertThat(meters.get("motorpool.settlements.worked.on").counter().count())
                .isEqualTo(2);
    }

    @Test
    void where_nothing_waits_the_erp_is_not_asked() {
        once(timers.postSettlements());

        assertThat(callers).hasSize(1);
        assertThat(meters.get("motorpool.settlements.asked").counter().count()).isZero();
    }

    @Test
    void a_refusal_is_noticed() {
        companies.add(Decision.refuse(new NotPermitted(Permission.POST_SETTLEMENTS)));

        try (Logged log = new Logged(Standing.class)) {
            once(presses.workOnPresses());

            assertThat(log.messages()).hasSize(1);
        }
    }

    @Test
    void they_act_as_motorpool_itself_which_confirms_nothing_on_its_own() {
        companies.add(Decision.accept(false));

        once(presses.workOnPresses());
        once(timers.postSettlements());

        assertThat(callers).hasSize(2).containsOnly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.POST_SETTLEMENTS)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.CONFIRM_SETTLEMENTS)).isFalse();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.EDIT_SETTLEMENTS)).isFalse();
    }

    private final class Press implements PressSettlement {

        @Override
        public Uni<Decision<SettlementJob, Refusal>> press(Caller caller, YearMonth month, List<CompanyId> of) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<SettlementJob, Refusal>> pressAll(Caller caller, YearMonth month) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<SettlementJob, Refusal>> watch(Caller caller, JobId job) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Boolean, Refusal>> workOn(Caller caller) {
            callers.add(caller);
            return Uni.createFrom().item(companies.remove());
        }
    }

    private final class Post implements PostSettlements {

        @Override
        public Uni<Decision<Optional<SettlementView>, Refusal>> postNext(Caller caller) {
            callers.add(caller);
            return Uni.createFrom().item(Decision.accept(Optional.empty()));
        }

        @Override
        public Uni<Decision<SettlementView, Refusal>> post(Caller caller, SettlementId settlement, Version seen) {
            throw new AssertionError("nobody asked");
        }
    }

    private static void once(Uni<?> timer) {
        var _ = timer.await().indefinitely();
    }
}
