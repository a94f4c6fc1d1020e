package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.CutOffList;
import io.motorpool.domain.identity.CutOff;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CutOffTimerTest {

    private final Vertx vertx = Vertx.vertx();
    private Uni<Void> refreshed = Uni.createFrom().voidItem();
    private final CutOffTimer timer = new CutOffTimer(new Listed(), vertx);

    private final class Listed implements CutOffList {

        @Override
        public List<CutOff> current() {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Optional<List<CutOff>> ifYoung() {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<List<CutOff>> upToDate() {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Void> refresh() {
            return refreshed;
        }
    }

    @AfterEach
    void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_list_is_looked_at_again_long_before_it_is_too_old() {
        assertThat(refresh()).isEqualTo(CutOffList.REFRESHED_EVERY).isLessThan(CutOffList.STALEST.dividedBy(2));
    }

    @Test
    void a_failure_is_told_once_and_again_when_it_is_over_and_stops_nothing() {
        refreshed = Uni.createFrom().failure(new IllegalStateException("the database is away"));

        try (Logged log = new Logged(Standing.class)) {
            assertThat(refresh()).isEqualTo(CutOffList.REFRESHED_EVERY);
            assertThat(refresh()).isEqualTo(CutOffList.REFRESHED_EVERY);
            assertThat(log.messages()).hasSize(1);

            refreshed = Uni.createFrom().voidItem();
            assertThat(refresh()).isEqualTo(CutOffList.REFRESHED_EVERY);
            assertThat(log.messages()).hasSize(2);
        }
    }

    private Duration refresh() {
        return timer.refresh().await().indefinitely();
    }
}
