package io.motorpool.application.update;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** Wakes one who sleeps. However often it is rung while they are awake, they do not sleep the next time, once. */
final class Bell {

    private boolean rung;
    private @Nullable UniEmitter<? super Void> sleeper;

    void ring() {
        UniEmitter<? super Void> woken = wake();
        if (woken != null) {
            woken.complete(null);
        }
    }

    private synchronized @Nullable UniEmitter<? super Void> wake() {
        UniEmitter<? super Void> woken = sleeper;
        sleeper = null;
        rung = woken == null;
        return woken;
    }

    /** Completes when it is rung, at once if it was meanwhile. */
    Uni<Void> rung() {
        return Uni.createFrom().emitter(emitter -> {
            if (isRung(emitter)) {
                emitter.complete(null);
            }
        });
    }

    private synchronized boolean isRung(UniEmitter<? super Void> asking) {
        boolean was = rung;
        rung = false;
        if (!was) {
            sleeper = asking;
            var _ = asking.onTermination(() -> forget(asking));
        }
        return was;
    }

    /** Whoever was woken may be asleep again before they are forgotten. */
    private synchronized void forget(UniEmitter<? super Void> gone) {
        if (sleeper == gone) {
            sleeper = null;
        }
    }
}
