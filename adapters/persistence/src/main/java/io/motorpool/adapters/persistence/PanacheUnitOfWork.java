package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The one place that opens sessions and transactions. Deferred throughout: Panache looks for the open session when it is
 * called, so a second attempt needs a second call.
 */
@ApplicationScoped
public class PanacheUnitOfWork implements UnitOfWork {

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final String INSIDE = "motorpool.inside-unit-of-work";

    @Override
    public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> isInside() ? work.get() : outermost(work));
    }

    @Override
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> isInside()
                        ? work.get()
                        : Panache.withSession(work).onFailure().transform(SqlFailures::translate));
    }

    private static <T> Uni<T> outermost(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> marked(() -> Panache.withTransaction(work)))
                .onFailure()
                .transform(SqlFailures::translate)
                .onFailure(ContendedException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .atMost(ATTEMPTS - 1)
                .onFailure(PanacheUnitOfWork::isExhausted)
                .transform(failure -> failure.getCause() == null ? failure : failure.getCause());
    }

    /** Mutiny wraps the last failure once it gives up. */
    private static boolean isExhausted(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() instanceof ContendedException;
    }

    /** Work inside the work joins the transaction and is not repeated on its own. */
    private static <T> Uni<T> marked(Supplier<Uni<T>> work) {
        Context context = context();
        context.putLocal(INSIDE, true);
        return work.get().onTermination().invoke(() -> context.removeLocal(INSIDE));
    }

    private static boolean isInside() {
        return context().getLocal(INSIDE) != null;
    }

    private static Context context() {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("a unit of work begins on a Vert.x context");
        }
        return context;
    }
}
