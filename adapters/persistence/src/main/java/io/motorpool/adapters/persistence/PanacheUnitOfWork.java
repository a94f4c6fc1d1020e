package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.sqlclient.Pool;
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

    private final Pool pool;
    private final LazySession lazySession;

    PanacheUnitOfWork(Pool pool, LazySession lazySession) {
        this.pool = pool;
        this.lazySession = lazySession;
    }

    @Override
    public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> Work.current() instanceof Work.Changing ? work.get() : outermost(work));
    }

    @Override
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> Work.current() != null
                        ? work.get()
                        : during(new Work.Reading(pool), () -> lazySession.around(work))
                                .onFailure()
                                .transform(SqlFailures::translate));
    }

    private static <T> Uni<T> outermost(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> toItsEnd(transaction(Work.Changing.begin(), work)))
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

    /**
     * Also when nobody waits for it any longer, as when a client hangs up: the session would be closed under work that goes
     * on, and what that work does next would not be part of the transaction.
     */
    private static <T> Uni<T> toItsEnd(Uni<T> begun) {
        return begun.memoize().indefinitely();
    }

    /** Mutiny wraps the last failure once it gives up. */
    private static boolean isExhausted(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() instanceof ContendedException;
    }

    private static <T> Uni<T> transaction(Work.Changing changing, Supplier<Uni<T>> work) {
        return during(
                changing,
                () -> Panache.withTransaction(() -> work.get()
                        .call(changing::settled)
                        .onFailure()
                        .recoverWithUni(failure -> changing.settled()
                                .onItemOrFailure()
                                .transformToUni((_, earlier) -> failed(earlier == null ? failure : earlier)))));
    }

    private static <T> Uni<T> failed(Throwable failure) {
        return Uni.createFrom().failure(failure);
    }

    /** Work inside the work joins it and is not repeated on its own. */
    private static <T> Uni<T> during(Work running, Supplier<Uni<T>> work) {
        Context context = Work.context();
        Work before = Work.current();
        Work.set(context, running);
        return work.get().onTermination().invoke(() -> Work.set(context, before));
    }
}
