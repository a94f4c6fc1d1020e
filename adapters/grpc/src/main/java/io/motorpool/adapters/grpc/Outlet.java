package io.motorpool.adapters.grpc;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a caller can take another answer: what was sent has left, but for some kilobytes. Whoever streams waits for it;
 * otherwise everything that a slow phone does not fetch would pile up here.
 */
final class Outlet {

    private final BooleanSupplier isFree;
    private @Nullable UniEmitter<? super Void> waiting;

    Outlet(BooleanSupplier isFree) {
        this.isFree = isFree;
    }

    Uni<Void> free() {
        return Uni.createFrom().emitter(emitter -> {
            await(emitter);
            if (isFree.getAsBoolean()) {
                becameFree();
            }
        });
    }

    void becameFree() {
        UniEmitter<? super Void> next = take();
        if (next != null) {
            next.complete(null);
        }
    }

    private synchronized void await(UniEmitter<? super Void> emitter) {
        waiting = emitter;
    }

    private synchronized @Nullable UniEmitter<? super Void> take() {
        UniEmitter<? super Void> next = waiting;
        waiting = null;
        return next;
    }
}
