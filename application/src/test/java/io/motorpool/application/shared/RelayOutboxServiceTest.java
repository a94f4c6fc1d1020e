package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.DomainEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayOutboxServiceTest {

    private final InMemoryOutboxQueue outbox = new InMemoryOutboxQueue();
    private final InMemoryEventStream stream = new InMemoryEventStream();
    private final RelayOutbox relay = new RelayOutboxService(outbox, stream);

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

    private void givenWaiting(int facts) {
        List<DomainEvent> some = OneOfEach.saying();
        outbox.append(IntStream.range(0, facts)
                        .mapToObj(i -> some.get(i % some.size()))
                        .toList())
                .await()
                .indefinitely();
    }
}
