package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What locks and rollback come to, in memory: one unit of work after the other, and one that fails leaves no trace. Work
 * that lost a race is run again from the start, like everywhere.
 */
public final class OneAtATime implements UnitOfWork {

    private static final int ATTEMPTS = 5;

    private final ReentrantLock turn = new ReentrantLock();
    private final Supplier<Runnable> snapshot;

    /** @param snapshot remembers what there is and answers how to get back to it */
    public OneAtATime(Supplier<Runnable> snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> turn.isHeldByCurrentThread()
                        ? work.get()
                        : Uni.createFrom()
                                .item(() -> alone(work))
                                .onFailure(ContendedException.class)
                                .retry()
                                .atMost(ATTEMPTS - 1));
    }

    private <T> T alone(Supplier<Uni<T>> work) {
        turn.lock();
        Runnable undo = snapshot.get();
        try {
            return work.get().await().indefinitely();
        } catch (RuntimeException failure) {
            undo.run();
            throw failure;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.get());
    }
}
