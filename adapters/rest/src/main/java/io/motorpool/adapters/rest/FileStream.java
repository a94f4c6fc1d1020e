package io.motorpool.adapters.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file that answers a request part by part: the next part is asked for when the one before has left, however slow whoever
 * fetches it is. So no node holds more of it than a part.
 *
 * @param bytes how many its parts have together
 */
public record FileStream(long bytes, Multi<byte[]> parts) {

    /** @param next the part that comes next; empty after the last one */
    public static FileStream of(long bytes, Supplier<Uni<Optional<byte[]>>> next) {
        Context own = Vertx.currentContext();
        return new FileStream(
                bytes,
                Multi.createBy()
                        .repeating()
                        .uni(() -> Uni.createFrom()
                                .deferred(next::get)
                                .runSubscriptionOn(
                                        own == null ? Runnable::run : work -> own.runOnContext(_ -> work.run())))
                        .until(Optional::isEmpty)
                        .map(Optional::orElseThrow));
    }
}
