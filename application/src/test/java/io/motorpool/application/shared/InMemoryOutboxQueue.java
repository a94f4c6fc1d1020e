package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Both ends of an outbox. What it says of a fact is its name. */
public final class InMemoryOutboxQueue implements Outbox, OutboxQueue {

    private final List<EventMessage> waiting = new CopyOnWriteArrayList<>();
    private final AtomicBoolean delivering = new AtomicBoolean();

    @Override
    public Uni<Void> append(List<? extends DomainEvent> events) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> waiting.addAll(
                        events.stream().map(InMemoryOutboxQueue::message).toList()));
    }

    @Override
    public Uni<Integer> drain(int atMost, Function<List<EventMessage>, Uni<Void>> handOver) {
        return Uni.createFrom()
                .deferred(() -> delivering.compareAndSet(false, true)
                        ? deliver(atMost, handOver).onTermination().invoke(() -> delivering.set(false))
                        : Uni.createFrom().item(0));
    }

    public List<EventMessage> waiting() {
        return List.copyOf(waiting);
    }

    private Uni<Integer> deliver(int atMost, Function<List<EventMessage>, Uni<Void>> handOver) {
        List<EventMessage> oldest = waiting.stream().limit(atMost).toList();
        return oldest.isEmpty()
                ? Uni.createFrom().item(0)
                : handOver.apply(oldest).invoke(() -> waiting.removeAll(oldest)).replaceWith(oldest::size);
    }

    private static EventMessage message(DomainEvent event) {
        return new EventMessage(
                Ids.next(),
                "motorpool.memory",
                event.subject().toString(),
                event.getClass().getSimpleName(),
                Touched.by(event));
    }
}
