package io.motorpool.sandbox.run;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.demo.DemoData;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.people.Logins;
import io.motorpool.sandbox.people.Residents;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;

/** The parts, the application and the demo data, owned by this JVM. They end in order when it does. */
public final class Sandbox implements AutoCloseable {

    private static final int GRPC_ABOVE_HTTP = 1_000;
    private static final int HIGHEST_PORT = 65_535;

    private final SandboxFolder folder;
    private final PrintWriter out;
    private final SandboxLock lock;
    private final Parts parts;
    private final MotorpoolProcess application;
    private final Runnable forgetAtExit;
    private volatile boolean ending;

    private Sandbox(Path project, SandboxFolder folder, SandboxLock lock, int port, PrintWriter out) {
        this.folder = folder;
        this.out = out;
        this.lock = lock;
        this.parts = Parts.in(folder.parts());
        ApplicationJar jar = ApplicationJar.builtIn(project).copiedInto(folder.applicationCopies());
        this.application = MotorpoolProcess.of(jar, parts, folder.runtime())
                .onPort(port)
                .onGrpcPort(grpcPort(port))
                .with("MOTORPOOL_LEGACY_ENABLED", "true")
                .recordingStartUp();
        this.forgetAtExit = () -> Folders.delete(folder.stateFile());
    }

    /** Starts everything, tells of each step, and returns when Motorpool answers. */
    public static Sandbox start(Path project, int port, PrintWriter out) {
        SandboxFolder folder = SandboxFolder.of(project);
        SandboxLock lock = SandboxLock.on(folder);
        try {
            boolean _ = folder.endLeftovers();
            checkPort(port);
            checkPort(grpcPort(port));
            Sandbox sandbox = new Sandbox(project, folder, lock, port, out);
            sandbox.startOrClose();
            return sandbox;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** A thousand above that of HTTP, so that whoever chose one need not choose another. */
    private static int grpcPort(int port) {
        return port == 0 ? 0 : (port + GRPC_ABOVE_HTTP) % HIGHEST_PORT;
    }

    /** Says so when somebody else has the port. */
    public static void checkPort(int port) {
        if (port != 0 && !Processes.await(() -> Ports.isFree(port), Duration.ofSeconds(1))) {
            throw new SandboxException(
                    "Port %d is in use by another program. Take another one: ./motorpool up --port %d"
                            .formatted(port, port + 1));
        }
    }

    public SandboxState state() {
        return new SandboxState(
                SandboxState.Mark.of(ProcessHandle.current()),
                SandboxState.Mark.of(application.handle()),
                application.url(),
                "localhost:" + application.grpcPort(),
                parts.postgres().jdbcUrl(),
                parts.kafka().bootstrapServers(),
                parts.objects().published(),
                parts.sap().url(),
                parts.telematics().url(),
                parts.gateway().url(),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** From now on the other commands find this sandbox. */
    public void announce() {
        state().writeTo(folder);
    }

    /**
     * Waits until this JVM is told to end. An application that ends by itself is reported and its parts are kept, for
     * whoever wants to look what happened.
     */
    public void awaitEnd() throws InterruptedException {
        var _ = application.handle().onExit().join();
        if (!ending) {
            tell("Motorpool ended although nobody asked it to. Its log: " + application.log());
        }
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        application.close();
        parts.close();
        forgetAtExit.run();
        AtExit.forget(forgetAtExit);
        lock.close();
    }

    private void startOrClose() {
        AtExit.run(forgetAtExit);
        try {
            start();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void start() {
        parts.start();
        parts.startForNodes();
        tell(
                "PostgreSQL 18 on port %d, Kafka on port %d, object store on port %d, mail server on port %d; stand-ins for SAP on port %d, for the devices in vehicles on port %d, for a payment gateway on port %d"
                        .formatted(
                                parts.postgres().port(),
                                parts.kafka().port(),
                                parts.objects().port(),
                                parts.mail().port(),
                                parts.sap().port(),
                                parts.telematics().port(),
                                parts.gateway().port()));
        application.migrate();
        tell("Database migrated");
        application.start();
        AtExit.run(() -> ending = true);
        tell("Motorpool ready on port " + application.port());
        if (DemoWorld.in(folder.demoFile()).isEmpty()) {
            application.awaitKeys();
            Residents people = new Residents(
                    Api.at(application.url()), parts.mail(), new Logins(folder.logins()), Clock.systemUTC());
            people.moveIn(application::inviteFirstOperator);
            tell("The demo's people were invited and have chosen their passwords");
            new DemoData(Api.at(application.url()), people, Clock.systemUTC())
                    .load()
                    .writeTo(folder.demoFile());
            tell("Demo data loaded: two companies with their vehicles, members and reservations");
        }
    }

    private void tell(String step) {
        out.println("  " + step);
        out.flush();
    }
}
