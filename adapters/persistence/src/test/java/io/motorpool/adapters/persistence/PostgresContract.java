package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.UnitOfWork;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;

/** The part of a contract that is the same for everything kept in PostgreSQL. */
public interface PostgresContract extends PortContract {

    @Override
    default <T> T inTransaction(Supplier<Uni<T>> work) {
        UnitOfWork unitOfWork = Arc.container().instance(UnitOfWork.class).get();
        try {
            return VertxContextSupport.subscribeAndAwait(() -> unitOfWork.inTransaction(work));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A state that no port of this context brings about. */
    default void given(String sql, Map<String, ?> parameters) {
        int touched = inTransaction(() -> Sql.change(sql, parameters));
        if (touched != 1) {
            throw new IllegalStateException("touched %d rows: %s".formatted(touched, sql));
        }
    }
}
