package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs the work, and runs it again when it lost a race. What is kept in memory is not rolled back. */
public final class DirectUnitOfWork implements UnitOfWork {

    private static final int ATTEMPTS = 5;

    @Override
    public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(ContendedException.class)
                .retry()
                .atMost(ATTEMPTS - 1);
    }

    @Override
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.get());
    }
}
