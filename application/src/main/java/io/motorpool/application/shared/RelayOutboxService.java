package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;

/** Delivers at least once: what was published but not yet forgotten when the node died is published again. */
public final class RelayOutboxService implements RelayOutbox {

    private final OutboxQueue queue;
    private final EventStream stream;

    public RelayOutboxService(OutboxQueue queue, EventStream stream) {
        this.queue = queue;
        this.stream = stream;
    }

    @Override
    public Uni<Integer> relayBatch() {
        return queue.drain(BATCH, stream::publish);
    }
}
