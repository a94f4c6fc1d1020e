package io.motorpool.adapters.grpc;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * That a caller waits no longer: it hung up, or its deadline has passed. A call lives on one event loop, and so does its end.
 */
final class Ending {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean ended;

    /** Fails when the caller waits no longer, and until then says nothing. */
    <T> Uni<T> failing() {
        return Uni.createFrom().emitter(emitter -> {
            Runnable fail = () -> emitter.fail(new Refused(Statuses.cancelled()));
            if (ended) {
                fail.run();
            } else {
                listeners.add(fail);
                var _ = emitter.onTermination(() -> listeners.remove(fail));
            }
        });
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        if (!ended) {
            ended = true;
            List.copyOf(listeners).forEach(Runnable::run);
            listeners.clear();
        }
    }
}
