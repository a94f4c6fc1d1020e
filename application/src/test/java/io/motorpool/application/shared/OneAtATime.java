package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What locks and rollback come to, in memory: one unit of work after the other, and one that fails leaves no trace. */
public final class OneAtATime implements UnitOfWork {

    private final UnitOfWork direct = new DirectUnitOfWork();
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
                        : Uni.createFrom().item(() -> alone(work)));
    }

    private <T> T alone(Supplier<Uni<T>> work) {
        turn.lock();
        try {
            return direct.inTransaction(() -> undoneIfItFails(work)).await().indefinitely();
        } finally {
            turn.unlock();
        }
    }

    private <T> Uni<T> undoneIfItFails(Supplier<Uni<T>> work) {
        Runnable undo = snapshot.get();
        DirectUnitOfWork.atEnd(succeeded -> {
            if (!succeeded) {
                undo.run();
            }
        });
        return work.get();
    }

    @Override
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return direct.reading(work);
    }
}
