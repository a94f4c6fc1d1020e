package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_work_is_done_again_after_the_pause_that_it_asks_for() throws Exception {
        List<Long> begun = new CopyOnWriteArrayList<>();
        CountDownLatch thrice = new CountDownLatch(3);
        Repetition repetition = repeat(() -> {
            begun.add(System.nanoTime());
            thrice.countDown();
            return Uni.createFrom().item(Duration.ofMillis(50));
        });

        repetition.start();
        assertThat(thrice.await(5, TimeUnit.SECONDS)).isTrue();
        ended(repetition);

        assertThat(Duration.ofNanos(begun.get(2) - begun.get(0))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void the_work_is_never_done_twice_at_once() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch often = new CountDownLatch(20);
        Repetition repetition = repeat(() -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            return Uni.createFrom()
                    .item(AT_ONCE)
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(5))
                    .invoke(() -> {
                        running.decrementAndGet();
                        often.countDown();
                    });
        });

        repetition.start();
        assertThat(often.await(10, TimeUnit.SECONDS)).isTrue();
        ended(repetition);

        assertThat(most).hasValue(1);
    }

    @Test
    void each_time_has_a_safe_context_of_its_own() throws Exception {
        Set<Context> contexts = ConcurrentHashMap.newKeySet();
        List<Boolean> suitable = new CopyOnWriteArrayList<>();
        CountDownLatch thrice = new CountDownLatch(3);
        Repetition repetition = repeat(() -> {
            contexts.add(Vertx.currentContext());
            VertxContextSafetyToggle.validateContextIfExists("unsafe", "not marked");
            suitable.add(VertxContext.isOnDuplicatedContext());
            thrice.countDown();
            return Uni.createFrom().item(AT_ONCE);
        });

        repetition.start();
        assertThat(thrice.await(5, TimeUnit.SECONDS)).isTrue();
        ended(repetition);

        assertThat(contexts).hasSameSizeAs(suitable);
        assertThat(suitable).containsOnly(true);
    }

    @Test
    void stopping_waits_for_the_work_that_is_under_way_and_no_more_begins() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch underWay = new CountDownLatch(1);
        CompletableFuture<Duration> work = new CompletableFuture<>();
        Repetition repetition = repeat(() -> {
            begun.incrementAndGet();
            underWay.countDown();
            return Uni.createFrom().completionStage(work);
        });
        repetition.start();
        assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> ended = repetition.stop().toCompletableFuture();
        assertThat(ended).isNotDone();
        work.complete(AT_ONCE);

        assertThat(ended).succeedsWithin(5, TimeUnit.SECONDS);
        Thread.sleep(50);
        assertThat(begun).hasValue(1);
    }

    @Test
    void stopping_in_a_pause_ends_it() throws Exception {
        CountDownLatch once = new CountDownLatch(1);
        Repetition repetition = repeat(() -> {
            once.countDown();
            return Uni.createFrom().item(NEVER);
        });

        repetition.start();
        assertThat(once.await(5, TimeUnit.SECONDS)).isTrue();

        ended(repetition);
    }

    @Test
    void what_never_started_has_ended() {
        ended(repeat(() -> Uni.createFrom().item(NEVER)));
    }

    private Repetition repeat(Supplier<Uni<Duration>> work) {
        return new Repetition(vertx, work);
    }

    private static void ended(Repetition repetition) {
        assertThat(repetition.stop().toCompletableFuture()).succeedsWithin(5, TimeUnit.SECONDS);
    }
}
