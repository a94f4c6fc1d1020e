package io.motorpool.sandbox.legacy;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import io.motorpool.sandbox.parts.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Debezium, embedded in this JVM: tells the changes of the legacy table to the topic, as Kafka Connect does in production. It
 * remembers nothing: each start begins with a snapshot, and the slot is given up at the end.
 */
final class ChangeCapture implements AutoCloseable {

    /** Kept, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.debezium"), Logger.getLogger("org.apache.kafka.connect"));

    /** Calls its own orderly end an error. */
    private static final Logger ENDING =
            Logger.getLogger("io.debezium.connector.postgresql.connection.PostgresReplicationConnection");

    private final DebeziumEngine<ChangeEvent<String, String>> engine;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("debezium").daemon().factory());

    private ChangeCapture(DebeziumEngine<ChangeEvent<String, String>> engine) {
        this.engine = engine;
    }

    /** Returns when it captures. */
    static ChangeCapture of(int port, Credentials as, LegacyTopic topic) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        ENDING.setLevel(Level.OFF);
        CountDownLatch streaming = new CountDownLatch(1);
        ChangeCapture capture = new ChangeCapture(DebeziumEngine.create(Json.class)
                .using(settings(port, as))
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        streaming.countDown();
                    }
                })
                .notifying(event -> topic.tell(new Told(event.key(), event.value())))
                .build());
        capture.thread.execute(capture.engine);
        await(streaming);
        return capture;
    }

    private static void await(CountDownLatch streaming) {
        try {
            if (!streaming.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Debezium does not begin");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Debezium began", interrupted);
        }
    }

    private static Properties settings(int port, Credentials as) {
        Properties settings = new Properties();
        settings.setProperty("name", "legacy");
        settings.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.setProperty("topic.prefix", "legacy");
        settings.setProperty("database.hostname", "localhost");
        settings.setProperty("database.port", Integer.toString(port));
        settings.setProperty("database.user", as.user());
        settings.setProperty("database.password", as.password());
        settings.setProperty("database.dbname", LegacyStandIn.DATABASE);
        settings.setProperty("table.include.list", "public." + LegacyStandIn.TABLE);
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("publication.autocreate.mode", "filtered");
        settings.setProperty("slot.name", "motorpool_legacy");
        settings.setProperty("slot.drop.on.stop", "true");
        settings.setProperty("snapshot.mode", "initial");
        settings.setProperty("tombstones.on.delete", "true");
        settings.setProperty("poll.interval.ms", "50");
        settings.setProperty("key.converter.schemas.enable", "false");
        settings.setProperty("value.converter.schemas.enable", "false");
        return settings;
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Debezium does not end", failed);
        } finally {
            thread.shutdown();
        }
    }
}
