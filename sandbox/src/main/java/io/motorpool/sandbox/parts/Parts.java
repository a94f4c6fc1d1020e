package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.sap.SapPart;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Everything that Motorpool needs around it: PostgreSQL, Kafka, and a stand-in for SAP. */
public final class Parts implements AutoCloseable {

    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final SapPart sap;

    private Parts(PostgresPart postgres, KafkaPart kafka, SapPart sap) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.sap = sap;
    }

    /** Durable parts on free ports that keep their files in the folder; not started yet. */
    public static Parts in(Path folder) {
        return in(folder, 0, 0);
    }

    /** The same on chosen ports; 0 means a free one. */
    public static Parts in(Path folder, int postgresPort, int kafkaPort) {
        return new Parts(
                PostgresPart.in(folder.resolve("postgres"), postgresPort),
                KafkaPart.in(folder.resolve("kafka"), kafkaPort),
                SapPart.in(folder.resolve("sap"), 0));
    }

    /** Started parts for tests: fast instead of durable, and gone when they are closed. */
    public static Parts temporary() {
        Parts parts = new Parts(
                PostgresPart.temporaryNotStarted(), KafkaPart.temporaryNotStarted(), SapPart.temporaryNotStarted());
        parts.start();
        return parts;
    }

    /** Starts all at the same time, or none. */
    public void start() {
        CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::start);
        try {
            sap.start();
            kafka.start();
            var _ = database.join();
        } catch (CompletionException failed) {
            close();
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } catch (RuntimeException | Error failed) {
            var _ = database.handle((_, _) -> true).join();
            close();
            throw failed;
        }
    }

    public PostgresPart postgres() {
        return postgres;
    }

    public KafkaPart kafka() {
        return kafka;
    }

    public SapPart sap() {
        return sap;
    }

    public void stop() {
        kafka.stop();
        sap.stop();
        postgres.stop();
    }

    public void restart() {
        stop();
        start();
    }

    public boolean isRunning() {
        return postgres.isRunning() && kafka.isRunning() && sap.isRunning();
    }

    @Override
    public void close() {
        kafka.close();
        sap.close();
        postgres.close();
    }
}
