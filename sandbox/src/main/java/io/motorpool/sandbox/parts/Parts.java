package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.gateway.PaymentGateway;
import io.motorpool.sandbox.sap.SapPart;
import io.motorpool.sandbox.standin.StandIn;
import io.motorpool.sandbox.telematics.Telematics;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Everything that Motorpool needs around it: PostgreSQL, Kafka and a stand-in for SAP, and for the packaged application also a
 * place to publish keys, a server that takes its letters, and stand-ins for the devices in vehicles and for a payment
 * gateway. Those start with the first node, because nobody else uses them.
 */
public final class Parts implements AutoCloseable {

    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final SapPart sap;
    private final ObjectStorePart objects;
    private final MailPart mail;
    private final StandIn<Telematics> telematics;
    private final StandIn<PaymentGateway> gateway;

    private Parts(
            PostgresPart postgres,
            KafkaPart kafka,
            SapPart sap,
            ObjectStorePart objects,
            MailPart mail,
            StandIn<Telematics> telematics,
            StandIn<PaymentGateway> gateway) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.sap = sap;
        this.objects = objects;
        this.mail = mail;
        this.telematics = telematics;
        this.gateway = gateway;
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
                SapPart.in(folder.resolve("sap"), 0),
                ObjectStorePart.in(folder.resolve("objects"), 0),
                MailPart.in(folder.resolve("mail"), 0),
                Telematics.in(folder.resolve("telematics"), 0),
                PaymentGateway.in(folder.resolve("gateway"), 0));
    }

    /** Started parts for tests: fast instead of durable, and gone when they are closed. */
    public static Parts temporary() {
        Parts parts = new Parts(
                PostgresPart.temporaryNotStarted(),
                KafkaPart.temporaryNotStarted(),
                SapPart.temporaryNotStarted(),
                ObjectStorePart.temporaryNotStarted(),
                MailPart.temporaryNotStarted(),
                Telematics.temporary(),
                PaymentGateway.temporary());
        parts.start();
        return parts;
    }

    /** Starts database, broker and SAP at the same time, or none. */
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

    /** Starts what the packaged application needs besides. Does nothing when it runs already. */
    public void startForNodes() {
        objects.start();
        mail.start();
        telematics.start();
        gateway.start();
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

    public ObjectStorePart objects() {
        return objects;
    }

    public MailPart mail() {
        return mail;
    }

    public StandIn<Telematics> telematics() {
        return telematics;
    }

    public StandIn<PaymentGateway> gateway() {
        return gateway;
    }

    public void stop() {
        gateway.stop();
        telematics.stop();
        mail.stop();
        objects.stop();
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
        gateway.close();
        telematics.close();
        mail.close();
        objects.close();
        kafka.close();
        sap.close();
        postgres.close();
    }
}
