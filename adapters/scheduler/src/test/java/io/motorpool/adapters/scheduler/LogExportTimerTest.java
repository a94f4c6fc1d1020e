package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.drivinglog.ExportDrivingLog;
import io.motorpool.application.drivinglog.ExportId;
import io.motorpool.application.drivinglog.LogExport;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogExportTimerTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Caller> callers = new ArrayList<>();
    private final Deque<Decision<Boolean, Refusal>> exports = new ArrayDeque<>();
    private final Vertx vertx = Vertx.vertx();
    private final LogExportTimer timer = new LogExportTimer(new Export(), "500ms", vertx, meters);

    @AfterEach
    void end() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void one_workbook_after_the_other_is_made_until_none_waits() {
        exports.addAll(List.of(Decision.accept(true), Decision.accept(true), Decision.accept(false)));

        Duration next = timer.makeWorkbooks().await().indefinitely();

        assertThat(exports).isEmpty();
        assertThat(next).isEqualTo(Duration.ofMillis(500));
        assertThat(meters.get("motorpool.driving.log.exports").counter().count())
                .isEqualTo(2);
    }

    @Test
    void a_refusal_is_noticed() {
        exports.add(Decision.refuse(new NotPermitted(Permission.RUN_SWEEPS)));

        try (Logged log = new Logged(Standing.class)) {
            var _ = timer.makeWorkbooks().await().indefinitely();

            assertThat(log.messages()).hasSize(1);
        }
    }

    @Test
    void it_acts_as_motorpool_itself_which_reads_and_closes_no_log_on_its_own() {
        exports.add(Decision.accept(false));

        var _ = timer.makeWorkbooks().await().indefinitely();

        assertThat(callers).containsExactly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.RUN_SWEEPS)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.READ_DRIVING_LOG)).isFalse();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.CLOSE_DRIVING_LOG)).isFalse();
    }

    private final class Export implements ExportDrivingLog {

        @Override
        public Uni<Decision<LogExport, Refusal>> request(Caller caller, CompanyId company, TaxPeriod period) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<LogExport, Refusal>> watch(Caller caller, ExportId export) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Fetched, Refusal>> fetch(Caller caller, ExportId export) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Boolean, Refusal>> workOn(Caller caller) {
            callers.add(caller);
            return Uni.createFrom().item(exports.remove());
        }
    }
}
