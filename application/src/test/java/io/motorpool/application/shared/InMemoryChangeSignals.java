package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Heard on the thread of whoever tells. */
public final class InMemoryChangeSignals implements ChangeSignals {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> tell(Set<UUID> things) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> DirectUnitOfWork.atEnd(succeeded -> {
                    if (succeeded) {
                        changed(things);
                    }
                }));
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** As if it had been told. */
    public void changed(Set<UUID> things) {
        listeners.forEach(listener -> listener.changed(things));
    }

    /** As if it had been out of earshot. */
    public void missed() {
        listeners.forEach(Listener::anythingMayHaveChanged);
    }
}
