package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Delivers at least once: what was published but not yet forgotten when the node died is published again. Whoever watches
 * something is told with the same unit of work, and not with the one that made the change (ADR-0063).
 */
public final class RelayOutboxService implements RelayOutbox {

    private final OutboxQueue queue;
    private final EventStream stream;
    private final ChangeSignals signals;

    public RelayOutboxService(OutboxQueue queue, EventStream stream, ChangeSignals signals) {
        this.queue = queue;
        this.stream = stream;
        this.signals = signals;
    }

    @Override
    public Uni<Integer> relayBatch() {
        return queue.drain(BATCH, messages -> stream.publish(messages).chain(() -> signals.tell(touched(messages))));
    }

    private static Set<UUID> touched(List<EventMessage> messages) {
        return messages.stream().flatMap(message -> message.touched().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
