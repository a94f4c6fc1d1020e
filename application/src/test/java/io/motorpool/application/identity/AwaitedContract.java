package io.motorpool.application.identity;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** The part of a contract that is the same for every port without a database: its work runs wherever it is awaited. */
public interface AwaitedContract {

    Duration PATIENCE = Duration.ofSeconds(20);

    /** What the work answers. May be called from several threads at once. */
    default <T> T result(Supplier<Uni<T>> work) {
        return work.get().await().atMost(PATIENCE);
    }
}
