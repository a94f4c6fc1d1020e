package io.motorpool.sandbox.legacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic in which the legacy system's changes are told. */
public final class LegacyTopic implements AutoCloseable {

    public static final String NAME = "legacy.public.rsv_master";

    private final KafkaProducer<String, @Nullable String> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private LegacyTopic(KafkaProducer<String, @Nullable String> producer) {
        this.producer = producer;
    }

    /** Makes the topic, if it is not there yet. */
    public static LegacyTopic at(String bootstrapServers, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var _ = admin.createTopics(List.of(new NewTopic(NAME, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot make the topic " + NAME, failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a topic was made", interrupted);
        }
        return new LegacyTopic(new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5, "batch.size", 262_144),
                new StringSerializer(),
                new StringSerializer()));
    }

    public void tell(Told told) {
        var _ = producer.send(new ProducerRecord<>(NAME, told.key(), told.value()), (_, failed) -> {
            if (failed != null) {
                failure.set(failed);
            }
        });
    }

    /** Returns when Kafka has everything that was told. */
    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("Kafka did not take what was told", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
