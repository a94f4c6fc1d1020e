package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.DomainEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayOutboxServiceTest {

    private final InMemoryOutboxQueue outbox = new InMemoryOutboxQueue();
    private final InMemoryEventStream stream = new InMemoryEventStream();
    private final InMemoryChangeSignals signals = new InMemoryChangeSignals();
    private final RelayOutbox relay = new RelayOutboxService(outbox, stream, signals);

    @Test
    void waiting_facts_are_published_in_order_and_forgotten() {
        givenWaiting(3);
        List<EventMessage> waiting = outbox.waiting();

        assertThat(relay.relayBatch().await().indefinitely()).isEqualTo(3);

        assertThat(stream.heard()).isEqualTo(waiting);
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void a_full_batch_says_that_more_may_wait() {
        givenWaiting(RelayOutbox.BATCH + 1);

        assertThat(relay.relayBatch().await().indefinitely()).isEqualTo(RelayOutbox.BATCH);
        assertThat(relay.relayBatch().await().indefinitely()).isEqualTo(1);
    }

    @Test
    void facts_wait_until_the_stream_takes_them() {
        givenWaiting(3);
        List<EventMessage> waiting = outbox.waiting();
        stream.outOfReach(true);

        assertThatThrownBy(() -> relay.relayBatch().await().indefinitely()).hasMessageContaining("out of reach");
        stream.outOfReach(false);

        assertThat(relay.relayBatch().await().indefinitely()).isEqualTo(3);
        assertThat(stream.heard()).isEqualTo(waiting);
    }

    @Test
    void whoever_watches_hears_of_what_was_delivered_and_of_nothing_else() {
        ChangeSignalsContract.Heard heard = new ChangeSignalsContract.Heard();
        signals.listen(heard);
        givenWaiting(OneOfEach.saying().size());
        Set<UUID> touched = outbox.waiting().stream()
                .flatMap(message -> message.touched().stream())
                .collect(Collectors.toSet());
        stream.outOfReach(true);
        assertThatThrownBy(() -> relay.relayBatch().await().indefinitely()).hasMessageContaining("out of reach");
        assertThat(heard.things()).isEmpty();
        stream.outOfReach(false);

        var _ = relay.relayBatch().await().indefinitely();

        assertThat(heard.things()).isNotEmpty().isEqualTo(touched);
    }

    private void givenWaiting(int facts) {
        List<DomainEvent> some = OneOfEach.saying();
        outbox.append(IntStream.range(0, facts)
                        .mapToObj(i -> some.get(i % some.size()))
                        .toList())
                .await()
                .indefinitely();
    }
}
