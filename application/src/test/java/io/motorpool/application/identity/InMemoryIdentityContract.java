package io.motorpool.application.identity;

import io.motorpool.application.shared.PortContract;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The part of a contract that is the same for everything of identity that is kept in memory. */
interface InMemoryIdentityContract extends PortContract {

    InMemoryIdentity identity();

    @Override
    default <T> T inTransaction(Supplier<Uni<T>> work) {
        return result(() -> identity().unitOfWork.inTransaction(work));
    }

    @Override
    default <T> T result(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
