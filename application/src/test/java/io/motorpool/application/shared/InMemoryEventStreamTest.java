package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

class InMemoryEventStreamTest implements EventStreamContract {

    private final InMemoryEventStream stream = new InMemoryEventStream();

    @Override
    public EventStream stream() {
        return stream;
    }

    @Override
    public <T> T result(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }

    @Override
    public List<String> heard(String topic, String key) {
        return stream.heard().stream()
                .filter(message ->
                        message.topic().equals(topic) && message.key().equals(key))
                .map(EventMessage::body)
                .toList();
    }

    @Override
    public void givenOutOfReach() {
        stream.outOfReach(true);
    }

    @Override
    public void givenWithinReach() {
        stream.outOfReach(false);
    }
}
