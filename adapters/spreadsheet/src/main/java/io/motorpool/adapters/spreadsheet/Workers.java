package io.motorpool.adapters.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Workbooks take time, so they are read and written on a thread that may wait; whoever asked is answered on their own. */
final class Workers {

    private Workers() {}

    static <T> Uni<T> onAWorker(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> done = Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            return context == null ? done : done.emitOn(command -> context.runOnContext(_ -> command.run()));
        });
    }
}
