package io.motorpool.adapters.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Packing and unpacking take time, so they are gone about on a thread that may wait; the answer comes back to who asked. */
final class Worker {

    private Worker() {}

    static <T> Uni<T> does(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> done = Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            return context == null ? done : done.emitOn(command -> context.runOnContext(_ -> command.run()));
        });
    }
}
