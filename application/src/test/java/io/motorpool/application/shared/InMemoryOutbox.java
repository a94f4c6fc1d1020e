package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the facts for the test to look at. */
public final class InMemoryOutbox implements Outbox {

    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> append(List<? extends DomainEvent> added) {
        return Uni.createFrom().voidItem().invoke(() -> events.addAll(added));
    }

    public List<DomainEvent> events() {
        return List.copyOf(events);
    }
}
