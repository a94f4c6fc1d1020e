package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was published for the test to look at. */
public final class InMemoryEventStream implements EventStream {

    private final List<EventMessage> heard = new CopyOnWriteArrayList<>();
    private volatile boolean outOfReach;

    @Override
    public Uni<Void> publish(List<EventMessage> messages) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (outOfReach && !messages.isEmpty()) {
                throw new IllegalStateException("the stream is out of reach");
            }
            heard.addAll(messages);
        });
    }

    public List<EventMessage> heard() {
        return List.copyOf(heard);
    }

    public void outOfReach(boolean is) {
        outOfReach = is;
    }
}
