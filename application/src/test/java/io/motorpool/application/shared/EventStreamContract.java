package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every stream of facts promises. */
public interface EventStreamContract {

    /** How long a stream may take to say that it could not: the messages wait in an open transaction. */
    Duration PATIENCE = Duration.ofSeconds(10);

    EventStream stream();

    /** What the work answers, run where use cases run. */
    <T> T result(Supplier<Uni<T>> work);

    /** The bodies that a subscriber from the first hour hears under the key, in their order. */
    List<String> heard(String topic, String key);

    void givenOutOfReach();

    void givenWithinReach();

    @Test
    default void publishing_nothing_succeeds() {
        publish(List.of());
    }

    @Test
    default void a_message_is_heard_as_it_was_published() {
        EventMessage message = message(key(), "it happened at 한빛전자");

        publish(List.of(message));

        assertThat(heard(message.topic(), message.key())).containsExactly(message.body());
    }

    @Test
    default void messages_with_one_key_are_heard_in_the_order_of_publishing() {
        List<String> keys = List.of(key(), key(), key(), key(), key(), key(), key());
        List<EventMessage> thousand = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            thousand.add(message(keys.get(i % keys.size()), "fact " + i));
        }

        publish(thousand.subList(0, RelayOutbox.BATCH));
        publish(thousand.subList(RelayOutbox.BATCH, 1_000));

        assertThat(keys)
                .allSatisfy(key -> assertThat(heard("motorpool.contract", key))
                        .containsExactlyElementsOf(thousand.stream()
                                .filter(message -> message.key().equals(key))
                                .map(EventMessage::body)
                                .toList()));
    }

    @Test
    default void publishing_again_does_no_harm() {
        EventMessage message = message(key(), "said twice");

        publish(List.of(message));
        publish(List.of(message));

        assertThat(heard(message.topic(), message.key())).isNotEmpty().containsOnly(message.body());
    }

    @Test
    default void what_cannot_be_stored_fails_in_time_and_succeeds_later() {
        String key = key();
        EventMessage before = message(key, "before");
        List<EventMessage> during = List.of(message(key, "during"), message(key(), "meanwhile"), message(key, "after"));
        publish(List.of(before));

        givenOutOfReach();
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> publish(during)).isInstanceOf(Exception.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        } finally {
            givenWithinReach();
        }

        publishUntilItWorks(during);
        assertThat(heard(before.topic(), key).stream().distinct()).containsExactly("before", "during", "after");
    }

    private void publish(List<EventMessage> messages) {
        var _ = result(() -> stream().publish(messages).replaceWith(true));
    }

    /** What is within reach again may need a moment to be found. */
    private void publishUntilItWorks(List<EventMessage> messages) {
        for (int attempt = 1; ; attempt++) {
            try {
                publish(messages);
                return;
            } catch (RuntimeException failed) {
                if (attempt == 5) {
                    throw failed;
                }
            }
        }
    }

    private static String key() {
        return Ids.next().toString();
    }

    private static EventMessage message(String key, String body) {
        return new EventMessage(Ids.next(), "motorpool.contract", key, body, Set.of());
    }
}
