package io.motorpool.adapters.scheduler;

import static java.util.Objects.requireNonNull;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does a piece of work again and again, never twice at once, each time on a Vert.x context of its own, as a unit of
 * work needs it. {@code @Scheduled} does the same, but not several times a second.
 */
final class Repetition {

    private static final long NOT_STARTED = -1;

    private final Vertx vertx;
    private final Supplier<Uni<Duration>> work;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean stopping;
    private long timer = NOT_STARTED;

    /** @param work answers how long to pause before it is done again, and never fails */
    Repetition(Vertx vertx, Supplier<Uni<Duration>> work) {
        this.vertx = vertx;
        this.work = work;
    }

    void start() {
        again(Duration.ZERO);
    }

    /**
     * Waits, on the thread that ends the application, so that the database is still there for the work that is under way.
     *
     * @return whether that work has ended in time; no more begins in either case
     */
    boolean stopWithin(Duration patience) {
        try {
            var _ = stop().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Completes when the work that is under way has ended; no more begins. */
    synchronized CompletionStage<Void> stop() {
        stopping = true;
        if (timer == NOT_STARTED || vertx.cancelTimer(timer)) {
            ended.complete(null);
        }
        return ended;
    }

    private synchronized void again(Duration pause) {
        if (stopping) {
            ended.complete(null);
        } else {
            timer = vertx.setTimer(Math.max(1, pause.toMillis()), _ -> once());
        }
    }

    private synchronized void once() {
        if (stopping) {
            ended.complete(null);
            return;
        }
        Context own = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(own, true);
        // The end of the pipeline: nobody else is there to subscribe.
        own.runOnContext(_ -> {
            var _ = work.get().subscribe().with(this::again);
        });
    }
}
