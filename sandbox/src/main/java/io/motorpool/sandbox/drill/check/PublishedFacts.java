package io.motorpool.sandbox.drill.check;

import io.motorpool.sandbox.parts.KafkaPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that Kafka holds of Motorpool. */
public final class PublishedFacts {

    private static final List<String> TOPICS = List.of(
            "motorpool.company",
            "motorpool.fleet",
            "motorpool.identity",
            "motorpool.key",
            "motorpool.payment",
            "motorpool.reservation",
            "motorpool.route",
            "motorpool.settlement");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PublishedFacts() {}

    /** One delivery of a fact. */
    public record Published(Fact fact, String key, int partition, long offset) {}

    /** From the beginning to the end that the topics have now; in order within a partition. */
    public static List<Published> in(KafkaPart kafka) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.poll.records", 5_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Published> found = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Kafka does not give what it holds");
                }
                consumer.poll(Duration.ofMillis(500)).forEach(received -> found.add(published(received)));
            }
            return found;
        }
    }

    private static Published published(ConsumerRecord<String, String> received) {
        return new Published(Fact.read(received.value()), received.key(), received.partition(), received.offset());
    }
}
