package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeySet;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Published in memory. */
public final class InMemoryKeySetPublication implements KeySetPublication {

    private final AtomicReference<Optional<KeySet>> published = new AtomicReference<>(Optional.empty());
    private volatile boolean outOfReach;

    @Override
    public Uni<KeySet> publish(KeySet set) {
        return Uni.createFrom().item(() -> {
            check();
            return published
                    .updateAndGet(there ->
                            there.filter(it -> it.version() > set.version()).or(() -> Optional.of(set)))
                    .orElseThrow();
        });
    }

    @Override
    public Uni<Optional<KeySet>> published() {
        return Uni.createFrom().item(() -> {
            check();
            return published.get();
        });
    }

    public void outOfReach(boolean now) {
        outOfReach = now;
    }

    private void check() {
        if (outOfReach) {
            throw new OutOfReachException("the place where keys are published does not answer");
        }
    }
}
