package io.motorpool.application.shared;

import java.util.List;
import java.util.UUID;

class InMemoryOutboxQueueTest implements OutboxContract, OutboxQueueContract, InMemoryContract {

    private final InMemoryOutboxQueue outbox = new InMemoryOutboxQueue();

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public OutboxQueue queue() {
        return outbox;
    }

    @Override
    public List<UUID> waiting() {
        return outbox.waiting().stream()
                .map(message -> UUID.fromString(message.key()))
                .toList();
    }
}
