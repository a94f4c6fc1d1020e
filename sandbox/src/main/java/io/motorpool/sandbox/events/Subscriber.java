package io.motorpool.sandbox.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Somebody who reads what Motorpool tells, as any other service would, but from the beginning. */
public final class Subscriber {

    private static final List<String> TOPICS = List.of("motorpool.company", "motorpool.fleet", "motorpool.reservation");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final List<String> topics;

    /** Of companies, what they have, and what they reserve. */
    public Subscriber(String bootstrapServers) {
        this(bootstrapServers, TOPICS);
    }

    public Subscriber(String bootstrapServers, List<String> topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = List.copyOf(topics);
    }

    /** Everything that has been told so far; in order within each key. */
    public List<ConsumerRecord<String, String>> everything() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", 5_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions), consumer);
        }
    }

    private static List<ConsumerRecord<String, String>> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, String> consumer) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka does not give what it holds");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(found::add);
        }
        return found;
    }
}
