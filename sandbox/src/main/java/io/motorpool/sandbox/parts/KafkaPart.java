package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker, which is its own KRaft controller, in this JVM. Its log lies in one folder and survives stops and
 * crashes.
 */
public final class KafkaPart implements AutoCloseable {

    private static final String NODE = "1";

    /** Kept, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    /** They call every start and every stop a warning. */
    private static final List<Logger> BOASTFUL = List.of(
            Logger.getLogger("org.apache.kafka.controller"),
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"));

    private final Path folder;
    private final Path log;
    private final boolean temporary;
    private final Runnable stopAtExit = this::close;
    private int port;
    private @Nullable KafkaRaftServer server;

    private KafkaPart(Path folder, int port, boolean temporary) {
        this.folder = Folders.create(folder.toAbsolutePath().normalize());
        this.log = this.folder.resolve("log");
        this.port = port;
        this.temporary = temporary;
    }

    /**
     * A broker with kept files, not started yet.
     *
     * @param port 0 for a free one, chosen at the first start and kept for restarts of this part
     */
    public static KafkaPart in(Path folder, int port) {
        return new KafkaPart(folder, port, false);
    }

    /** A started broker for one test class, gone with all its files when it is closed. */
    public static KafkaPart temporary() {
        KafkaPart part = temporaryNotStarted();
        part.start();
        return part;
    }

    static KafkaPart temporaryNotStarted() {
        return new KafkaPart(Folders.temporary("motorpool-kafka-"), 0, true);
    }

    /** Starts the broker and returns when it takes messages. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        BOASTFUL.forEach(logger -> logger.setLevel(Level.SEVERE));
        format();
        port = Ports.choose(port);
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException failed) {
            starting.shutdown();
            throw new PartFailedException("Kafka did not start on port " + port, failed);
        }
        server = starting;
        AtExit.run(stopAtExit);
    }

    /** Ends the broker in order. Does nothing when it is not running. */
    public synchronized void stop() {
        AtExit.forget(stopAtExit);
        KafkaRaftServer running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            server = null;
        }
    }

    /** A stop and a start on the same port and files. */
    public void restart() {
        stop();
        start();
    }

    /** Stops, and takes a temporary broker's files away. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    public synchronized boolean isRunning() {
        return server != null;
    }

    public int port() {
        return port;
    }

    /** The address that clients are given. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    private void format() {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        // A crash in the middle of formatting leaves a folder that is not a log yet and holds nothing.
        Folders.delete(log);
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Formatter formatter = new Formatter()
                    .setPrintStream(silence)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(Integer.parseInt(NODE))
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString());
            formatter.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot format " + log, failed);
        } catch (Exception failed) {
            throw new PartFailedException("cannot format " + log, failed);
        }
    }

    /** One broker for one laptop: no replicas, few threads, small buffers. */
    private Map<String, String> settings() {
        int controller = Ports.free();
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE),
                Map.entry("controller.quorum.voters", NODE + "@localhost:" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", log.toString()),
                Map.entry("num.partitions", "3"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After a crash the broker may come back only when the session of its former life has ended.
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.index.size.max.bytes", "1048576"));
    }
}
