package io.motorpool.adapters.telematics;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Answers arrive on threads of the client; the caller's transaction lives on its own context. */
final class CallersContext {

    private CallersContext() {}

    static <T> Uni<T> keep(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null
                    ? work.get()
                    : work.get().emitOn(command -> context.runOnContext(_ -> command.run()));
        });
    }
}
