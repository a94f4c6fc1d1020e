package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work on the caller's thread, and runs it again when it lost a race. What is kept in memory is not rolled back,
 * unless it asks to be told how the unit of work ended.
 */
public final class DirectUnitOfWork implements UnitOfWork {

    private static final int ATTEMPTS = 5;
    private static final ThreadLocal<@Nullable Unit> RUNNING = new ThreadLocal<>();

    /**
     * Tells the listener, once, whether the unit of work that runs now has succeeded; at once if none runs, because then
     * everything that happens is final.
     */
    public static void atEnd(Consumer<Boolean> succeeded) {
        Unit unit = RUNNING.get();
        if (unit == null) {
            succeeded.accept(true);
        } else {
            unit.listeners.add(succeeded);
        }
    }

    @Override
    public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> RUNNING.get() == null ? outermost(work) : work.get());
    }

    @Override
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.get());
    }

    private static <T> Uni<T> outermost(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<T>emitter(emitter -> attempt(work, emitter))
                .onFailure(ContendedException.class)
                .retry()
                .atMost(ATTEMPTS - 1);
    }

    private static <T> void attempt(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
        Unit unit = new Unit();
        RUNNING.set(unit);
        try {
            var _ = Uni.createFrom()
                    .deferred(() -> work.get())
                    .subscribe()
                    .with(
                            item -> {
                                unit.end(true);
                                emitter.complete(item);
                            },
                            failure -> {
                                unit.end(false);
                                emitter.fail(failure);
                            });
        } finally {
            unit.leave();
        }
    }

    /** One attempt. */
    private static final class Unit {

        private final List<Consumer<Boolean>> listeners = new ArrayList<>();

        void end(boolean succeeded) {
            leave();
            listeners.reversed().forEach(listener -> listener.accept(succeeded));
        }

        /** Whatever this thread does next is not part of it any more. */
        void leave() {
            if (RUNNING.get() == this) {
                RUNNING.remove();
            }
        }
    }
}
