package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox promises to whoever delivers. */
public interface OutboxQueueContract extends PortContract {

    Outbox outbox();

    OutboxQueue queue();

    /** Waits for another thread and goes on where the unit of work runs. */
    default Uni<Void> waitFor(CompletionStage<Void> other) {
        return Uni.createFrom().completionStage(other);
    }

    @BeforeEach
    default void nothingWaits() {
        while (drain(RelayOutbox.BATCH, _ -> Uni.createFrom().voidItem()) > 0) {
            continue;
        }
    }

    @Test
    default void when_nothing_waits_nothing_is_handed_over() {
        List<EventMessage> delivered = new ArrayList<>();

        assertThat(drain(10, into(delivered))).isZero();

        assertThat(delivered).isEmpty();
    }

    @Test
    default void the_oldest_are_handed_over_first_and_no_more_than_asked_for() {
        List<String> keys = givenWaiting();
        List<EventMessage> delivered = new ArrayList<>();

        int handedOver = drain(3, into(delivered));

        assertThat(handedOver).isEqualTo(3);
        assertThat(keysOf(delivered)).isEqualTo(keys.subList(0, 3));
    }

    @Test
    default void what_was_handed_over_is_forgotten() {
        List<String> keys = givenWaiting();
        List<EventMessage> delivered = new ArrayList<>();

        int first = drain(3, into(delivered));
        int second = drain(RelayOutbox.BATCH, into(delivered));
        int third = drain(RelayOutbox.BATCH, into(delivered));

        assertThat(first + second).isEqualTo(keys.size());
        assertThat(third).isZero();
        assertThat(keysOf(delivered)).isEqualTo(keys);
    }

    @Test
    default void what_could_not_be_handed_over_stays_in_its_place() {
        List<String> keys = givenWaiting();
        List<EventMessage> attempted = new ArrayList<>();
        List<EventMessage> delivered = new ArrayList<>();

        assertThatThrownBy(() -> drain(
                        RelayOutbox.BATCH,
                        messages -> into(attempted)
                                .apply(messages)
                                .chain(() -> Uni.createFrom().failure(new UnreachableException()))))
                .hasStackTraceContaining(UnreachableException.class.getSimpleName());
        int handedOver = drain(RelayOutbox.BATCH, into(delivered));

        assertThat(handedOver).isEqualTo(keys.size());
        assertThat(keysOf(delivered)).isEqualTo(keys);
        assertThat(delivered).isEqualTo(attempted);
    }

    @Test
    default void while_one_delivers_another_gets_nothing() throws Exception {
        List<String> keys = givenWaiting();
        List<EventMessage> delivered = new ArrayList<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> otherIsDone = new CompletableFuture<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> drain(RelayOutbox.BATCH, messages -> {
                begun.complete(null);
                return waitFor(otherIsDone).chain(() -> into(delivered).apply(messages));
            }));
            var _ = begun.get(5, TimeUnit.SECONDS);
            try {
                assertThat(drain(RelayOutbox.BATCH, into(delivered))).isZero();
            } finally {
                otherIsDone.complete(null);
            }

            assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(keys.size());
        }
        assertThat(keysOf(delivered)).isEqualTo(keys);
    }

    /** Several facts in the outbox; answers their keys in order. */
    private List<String> givenWaiting() {
        List<DomainEvent> facts = OneOfEach.saying();
        var _ = inTransaction(() -> outbox().append(facts).replaceWith(true));
        return facts.stream().map(fact -> fact.subject().toString()).toList();
    }

    private int drain(int atMost, Function<List<EventMessage>, Uni<Void>> handOver) {
        return inTransaction(() -> queue().drain(atMost, handOver));
    }

    private static Function<List<EventMessage>, Uni<Void>> into(List<EventMessage> delivered) {
        return messages -> Uni.createFrom().voidItem().invoke(() -> delivered.addAll(messages));
    }

    private static List<String> keysOf(List<EventMessage> messages) {
        return messages.stream().map(EventMessage::key).toList();
    }

    /** Whoever was to take the messages did not. */
    final class UnreachableException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
