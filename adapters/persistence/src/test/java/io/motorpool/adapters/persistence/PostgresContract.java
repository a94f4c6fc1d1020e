package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.UnitOfWork;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The part of a contract that is the same for everything kept in PostgreSQL. */
public interface PostgresContract extends PortContract {

    @Override
    default <T> T inTransaction(Supplier<Uni<T>> work) {
        UnitOfWork unitOfWork = Arc.container().instance(UnitOfWork.class).get();
        return result(() -> unitOfWork.inTransaction(work));
    }

    @Override
    default <T> T result(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits for another thread and goes on with the session's own. */
    static Uni<Void> onOwnContext(CompletionStage<Void> other) {
        return Uni.createFrom().deferred(() -> {
            Context own = Objects.requireNonNull(Vertx.currentContext());
            return Uni.createFrom().completionStage(other).emitOn(work -> own.runOnContext(_ -> work.run()));
        });
    }

    /** A state that no port of this context brings about. */
    default void given(String sql, Map<String, ?> parameters) {
        int touched = inTransaction(() -> Sql.change(sql, parameters));
        if (touched != 1) {
            throw new IllegalStateException("touched %d rows: %s".formatted(touched, sql));
        }
    }
}
