package io.motorpool.sandbox.bench.reconciliation;

import io.motorpool.sandbox.legacy.LegacyTopic;
import io.motorpool.sandbox.parts.Parts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The least that anybody could do who listens: read the topic in batches, write a verdict for each message by one statement a
 * batch, and commit the place in the topic after it.
 */
final class BareListener {

    private static final int BATCH = 1_000;

    private final Parts parts;

    BareListener(Parts parts) {
        this.parts = parts;
    }

    /** Only reads. */
    Duration read(long messages) throws SQLException {
        return listen(messages, _ -> {});
    }

    /** Reads, and writes a verdict for each. */
    Duration readAndWrite(long messages) throws SQLException {
        try (Connection connection = parts.postgres().connect(parts.postgres().owner())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE bare_verdict (LIKE legacy_verdict INCLUDING ALL)");
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO bare_verdict (number, signature, kind, detail, events, changed_at, compared_at)
                    SELECT number, 'MATCH', 'MATCH', '{}', 1, now(), now() FROM unnest(?) AS t (number)""")) {
                Duration took = listen(messages, batch -> write(connection, insert, batch));
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DROP TABLE bare_verdict");
                }
                return took;
            }
        }
    }

    private static void write(Connection connection, PreparedStatement insert, ConsumerRecords<String, String> batch)
            throws SQLException {
        List<String> numbers = new ArrayList<>();
        for (ConsumerRecord<String, String> each : batch) {
            numbers.add(each.partition() + "-" + each.offset());
        }
        insert.setArray(1, connection.createArrayOf("text", numbers.toArray()));
        int _ = insert.executeUpdate();
    }

    /** What is done with a batch before its place is committed. */
    interface Work {
        void on(ConsumerRecords<String, String> batch) throws SQLException;
    }

    Duration listen(long messages, Work work) throws SQLException {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        parts.kafka().bootstrapServers(),
                        "group.id",
                        "bare-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "max.poll.records",
                        BATCH),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(LegacyTopic.NAME));
            long seen = 0;
            long begin = 0;
            while (seen < messages) {
                ConsumerRecords<String, String> batch = consumer.poll(Duration.ofMillis(200));
                if (!batch.isEmpty()) {
                    begin = begin == 0 ? System.nanoTime() : begin;
                    work.on(batch);
                    consumer.commitSync();
                    seen += batch.count();
                }
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }
}
