package io.motorpool.adapters.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The unit of work that runs on a Vert.x context now. */
sealed interface Work {

    String KEY = "motorpool.unit-of-work";

    /** Nothing is changed, so whatever connection is free may answer each question. */
    record Reading(Pool pool) implements Work {}

    /** Everything goes through the session's connection. */
    record Changing(List<Sent> sentAhead) implements Work {

        /** A change on its way, and what has to be true of the number of rows that it touches. */
        record Sent(CompletionStage<Integer> touched, Consumer<Integer> check) {}

        static Changing begin() {
            return new Changing(new ArrayList<>());
        }

        /**
         * Waits for everything that was sent ahead. The first that fails dooms all that comes after it, so its failure is
         * the one to tell.
         */
        Uni<Void> settled() {
            return sentAhead.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Multi.createFrom()
                            .iterable(sentAhead)
                            .onItem()
                            .transformToUniAndConcatenate(sent -> Uni.createFrom()
                                    .completionStage(sent.touched())
                                    .invoke(sent.check()))
                            .onItem()
                            .ignoreAsUni();
        }
    }

    static @Nullable Work current() {
        return context().getLocal(KEY);
    }

    /** @param work none when what ran was the outermost */
    static void set(Context context, @Nullable Work work) {
        if (work == null) {
            context.removeLocal(KEY);
        } else {
            context.putLocal(KEY, work);
        }
    }

    static Context context() {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("a unit of work begins on a Vert.x context");
        }
        return context;
    }
}
