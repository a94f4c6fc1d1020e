package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.shared.RelayOutbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTimerTest {

    private record Pace(Duration every, Duration afterFailure, Duration patience) implements RelayConfig {}

    private static final Pace PACE = new Pace(Duration.ofMillis(7), Duration.ofMillis(11), Duration.ofMillis(300));

    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_full_batch_is_followed_by_another_at_once() {
        assertThat(pauseAfter(() -> Uni.createFrom().item(RelayOutbox.BATCH))).isEqualTo(Duration.ZERO);
    }

    @Test
    void after_the_last_ones_there_is_a_pause() {
        assertThat(pauseAfter(() -> Uni.createFrom().item(RelayOutbox.BATCH - 1)))
                .isEqualTo(PACE.every());
        assertThat(pauseAfter(() -> Uni.createFrom().item(0))).isEqualTo(PACE.every());
    }

    @Test
    void after_a_failure_there_is_a_longer_pause() {
        assertThat(pauseAfter(() -> Uni.createFrom().failure(new IllegalStateException("away"))))
                .isEqualTo(PACE.afterFailure());
        assertThat(pauseAfter(() -> {
                    throw new IllegalStateException("a mistake");
                }))
                .isEqualTo(PACE.afterFailure());
    }

    @Test
    void delivered_facts_are_counted() {
        RelayTimer timer = timer(() -> Uni.createFrom().item(3));

        relay(timer);
        relay(timer);

        assertThat(meters.get("motorpool.outbox.delivered").counter().count()).isEqualTo(6);
    }

    @Test
    void a_gauge_shows_whether_it_works() {
        AtomicBoolean away = new AtomicBoolean();
        RelayTimer timer = timer(() -> away.get()
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().item(1));

        relay(timer);
        assertThat(up()).isEqualTo(1);
        away.set(true);
        relay(timer);
        assertThat(up()).isZero();
        away.set(false);
        relay(timer);
        assertThat(up()).isEqualTo(1);
    }

    /** Another node may hold the queue, and fail. */
    @Test
    void finding_nothing_is_a_proof_only_when_it_lasts() {
        AtomicBoolean away = new AtomicBoolean(true);
        RelayTimer timer = timer(() -> away.get()
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().item(0));
        relay(timer);
        away.set(false);

        relay(timer);
        assertThat(up()).isZero();

        for (Duration past = Duration.ZERO; past.toSeconds() < 30; past = past.plus(PACE.every())) {
            relay(timer);
        }
        assertThat(up()).isEqualTo(1);
    }

    @Test
    void it_goes_on_through_failures_and_stops_in_order() throws Exception {
        CountDownLatch often = new CountDownLatch(5);
        RelayTimer timer = timer(() -> {
            often.countDown();
            return often.getCount() % 2 == 0
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().item(1);
        });

        timer.start(new StartupEvent());
        assertThat(often.await(5, TimeUnit.SECONDS)).isTrue();
        try (Logged log = new Logged(RelayTimer.class)) {
            timer.stop(new ShutdownEvent());

            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void a_batch_that_does_not_end_is_cut_off() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        RelayTimer timer = timer(() -> {
            underWay.countDown();
            return Uni.createFrom().nothing();
        });
        timer.start(new StartupEvent());
        assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();

        try (Logged log = new Logged(RelayTimer.class)) {
            timer.stop(new ShutdownEvent());

            assertThat(log.messages()).singleElement().asString().contains("cut off");
        }
    }

    private Duration pauseAfter(Supplier<Uni<Integer>> batch) {
        return timer(batch).relayBatch().await().atMost(Duration.ofSeconds(1));
    }

    private static void relay(RelayTimer timer) {
        var _ = timer.relayBatch().await().atMost(Duration.ofSeconds(1));
    }

    private double up() {
        return meters.get("motorpool.relay.up").gauge().value();
    }

    private RelayTimer timer(Supplier<Uni<Integer>> batch) {
        return new RelayTimer(batch::get, PACE, vertx, meters);
    }
}
