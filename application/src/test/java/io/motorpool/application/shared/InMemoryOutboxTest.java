package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import java.util.List;
import java.util.UUID;

class InMemoryOutboxTest implements OutboxContract, InMemoryContract {

    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public List<UUID> waiting() {
        return outbox.events().stream().map(DomainEvent::subject).toList();
    }
}
