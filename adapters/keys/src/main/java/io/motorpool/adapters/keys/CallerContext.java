package io.motorpool.adapters.keys;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The way back from a worker to where somebody asked: a session of the database is good on its own thread only. */
public final class CallerContext {

    private CallerContext() {}

    public static Executor current() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }
}
