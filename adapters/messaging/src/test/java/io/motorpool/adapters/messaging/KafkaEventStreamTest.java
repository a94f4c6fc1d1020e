package io.motorpool.adapters.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.EventStream;
import io.motorpool.application.shared.EventStreamContract;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.RelayOutbox;
import io.motorpool.sandbox.parts.KafkaPart;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KafkaForTests.class, restrictToAnnotatedClass = true)
class KafkaEventStreamTest implements EventStreamContract {

    @Inject
    EventStream stream;

    @Inject
    KafkaClientService clients;

    @Inject
    Vertx vertx;

    /** Set by {@link KafkaForTests}. */
    @SuppressWarnings("NullAway.Init")
    KafkaPart kafka;

    @Override
    public EventStream stream() {
        return stream;
    }

    @Override
    public <T> T result(Supplier<Uni<T>> work) {
        try {
            return onContext(work).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public List<String> heard(String topic, String key) {
        return records(topic).stream()
                .filter(received -> received.key().equals(key))
                .map(ConsumerRecord::value)
                .toList();
    }

    @Override
    public void givenOutOfReach() {
        kafka.stop();
    }

    @Override
    public void givenWithinReach() {
        kafka.start();
    }

    @Test
    void a_message_says_that_it_is_a_cloud_event() {
        String key = Ids.next().toString();

        publish(List.of(message("motorpool.header", key)));

        assertThat(records("motorpool.header")).singleElement().satisfies(received -> {
            assertThat(received.key()).isEqualTo(key);
            assertThat(received.headers().toArray())
                    .extracting(header -> header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8))
                    .containsExactly("content-type: application/cloudevents+json; charset=UTF-8");
        });
    }

    @Test
    void a_batch_may_go_to_several_topics() {
        String key = Ids.next().toString();
        List<String> topics = List.of("motorpool.one", "motorpool.two", "motorpool.three");

        publish(topics.stream().map(topic -> message(topic, key)).toList());

        assertThat(topics).allSatisfy(topic -> assertThat(heard(topic, key)).hasSize(1));
    }

    /** There the caller's transaction goes on. */
    @Test
    void the_answer_comes_on_the_context_of_the_caller() {
        EventMessage message = message("motorpool.context", Ids.next().toString());

        boolean same = result(() -> {
            Context here = Vertx.currentContext();
            return stream.publish(List.of(message)).map(_ -> Vertx.currentContext() == here);
        });

        assertThat(same).isTrue();
    }

    @Test
    void messages_of_a_batch_do_not_wait_for_each_other() {
        List<EventMessage> batch = Stream.generate(
                        () -> message("motorpool.pipeline", Ids.next().toString()))
                .limit(RelayOutbox.BATCH)
                .toList();
        publish(batch.subList(0, 1));

        long start = System.nanoTime();
        publish(batch);

        // One by one each would linger for 5 ms.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void a_topic_that_cannot_be_found_does_not_hold_up_the_next_attempt() {
        List<EventMessage> unknown = Stream.generate(
                        () -> message("motorpool.unheard-of", Ids.next().toString()))
                .limit(RelayOutbox.BATCH)
                .toList();
        kafka.stop();
        try {
            for (int attempt = 0; attempt < 2; attempt++) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> publish(unknown)).isInstanceOf(TimeoutException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            }
        } finally {
            kafka.start();
        }

        publish(unknown);
        assertThat(records("motorpool.unheard-of")).hasSize(RelayOutbox.BATCH);
    }

    /** A second layer of retries would send a message again after later ones. */
    @Test
    void only_the_producer_retries() {
        assertThat(ConfigProvider.getConfig().getValue("mp.messaging.outgoing.domain-events.retries", Integer.class))
                .isZero();
        Map<String, ?> settings = clients.getProducer(KafkaEventStream.CHANNEL).configuration();
        assertThat(settings.get("retries")).isEqualTo(Integer.toString(Integer.MAX_VALUE));
        assertThat(settings.get("acks")).isEqualTo("all");
        assertThat(settings.get("enable.idempotence")).isEqualTo("true");
    }

    private void publish(List<EventMessage> messages) {
        var _ = result(() -> stream.publish(messages).replaceWith(true));
    }

    private <T> CompletableFuture<T> onContext(Supplier<Uni<T>> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Context context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        context.runOnContext(_ -> {
            var _ = work.get().subscribe().with(answer::complete, answer::completeExceptionally);
        });
        return answer;
    }

    private static EventMessage message(String topic, String key) {
        return new EventMessage(Ids.next(), topic, key, "{}", Set.of());
    }

    private List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long expected = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (found.size() < expected) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
            return found;
        }
    }
}
