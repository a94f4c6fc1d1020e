package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The part of a contract that is the same for everything kept in memory. */
public interface InMemoryContract extends PortContract {

    @Override
    default <T> T inTransaction(Supplier<Uni<T>> work) {
        return result(() -> new DirectUnitOfWork().inTransaction(work));
    }

    @Override
    default <T> T result(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
