package io.motorpool.adapters.keys;

import io.motorpool.application.shared.OverloadedException;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where slow work is done, so that no event loop waits for it: a few at a time, a few more may wait, and whoever comes
 * then is turned away. Answers come back to where they were asked for.
 */
public final class Aside implements AutoCloseable {

    private final String name;
    private final ThreadPoolExecutor threads;

    /** @param waiting how many may wait beside those that are worked on */
    public Aside(String name, int atOnce, int waiting) {
        this.name = name;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                task -> Thread.ofPlatform()
                        .name(name + "-" + number.incrementAndGet())
                        .daemon()
                        .unstarted(task));
        threads.allowCoreThreadTimeOut(true);
    }

    public <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            Executor back = CallerContext.current();
            return Uni.createFrom()
                    .item(() -> call(work))
                    .runSubscriptionOn(threads)
                    .onFailure(RejectedExecutionException.class)
                    .transform(_ -> new OverloadedException("too many wait for " + name))
                    .emitOn(back);
        });
    }

    /** For work that is not anybody's request. */
    public Executor executor() {
        return threads;
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
