package io.motorpool.sandbox.app;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.LogTail;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.parts.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One node of Motorpool: the packaged application in a JVM of its own, working on the given parts. Several nodes may work
 * on the same parts; each has its own name, port and log.
 */
public final class MotorpoolProcess implements AutoCloseable {

    /**
     * The memory that a node is given. The metaspace has more room than it fills, because it also bounds the start-up
     * cache. Compiled code is thrown away when there is no room for more, and not each time a few megabytes were added: that
     * takes a full collection, in which nobody is answered for a tenth of a second or two.
     */
    public static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms64m",
            "-Xmn28m",
            "-Xmx160m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:SweeperThreshold=100",
            "-XX:TrimNativeHeapInterval=10000",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** What a suite of tests adds for all of its nodes, separated by blanks: they live too short to be compiled well. */
    private static final List<String> FLAGS_OF_TESTS = Stream.of(
                    System.getProperty("motorpool.node-flags", "").split(" ", -1))
            .filter(flag -> !flag.isEmpty())
            .toList();

    /** Where a suite of tests has all of its nodes share one start-up cache; otherwise each keeps it in its own folder. */
    private static final @Nullable String CACHE_OF_TESTS = System.getProperty("motorpool.start-up-cache");

    /** How the stand-in is set up. */
    private static final Map<String, String> SAP_ORGANIZATION = Map.of(
            "MOTORPOOL_ERP_SAP_SALES_ORGANIZATION", "1710",
            "MOTORPOOL_ERP_SAP_SALES_PROFIT_CENTER", "MOBILITY",
            "MOTORPOOL_ERP_SAP_FLEET_COMPANY_CODE", "1710",
            "MOTORPOOL_ERP_SAP_FLEET_COST_CENTER", "MOBILITY");

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration MIGRATED_WITHIN = Duration.ofSeconds(120);
    private static final Duration KEYS_WITHIN = Duration.ofSeconds(30);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(180);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final ApplicationJar application;
    private final Parts parts;
    private final Path folder;
    private final AotCache cache;
    private final Map<String, String> extras = new TreeMap<>();
    private final Runnable stopAtExit = this::stop;
    private Runnable afterMigration = () -> {};
    private String name = "app";
    private int port;
    private int grpcPort;
    private boolean issues;
    private boolean records;
    private boolean recording;
    private List<String> heap = List.of();
    private @Nullable Process process;

    private MotorpoolProcess(ApplicationJar application, Parts parts, Path folder) {
        this.application = application;
        this.parts = parts;
        this.folder = Folders.create(folder.toAbsolutePath());
        this.cache = AotCache.of(application, CACHE_OF_TESTS == null ? this.folder : Path.of(CACHE_OF_TESTS));
    }

    /**
     * A node named {@code app} on a free port, not started yet.
     *
     * @param folder where logs, the start-up cache and the issuer's private keys are kept
     */
    public static MotorpoolProcess of(ApplicationJar application, Parts parts, Path folder) {
        return new MotorpoolProcess(application, parts, folder);
    }

    /** The same settings for another node, which has its own log and port. */
    public MotorpoolProcess sibling(String otherName) {
        MotorpoolProcess sibling = new MotorpoolProcess(application, parts, folder);
        sibling.name = otherName;
        sibling.extras.putAll(extras);
        sibling.issues = issues;
        sibling.heap = heap;
        return sibling;
    }

    /** 0 means a free port, chosen at the first start and kept for later ones. */
    public MotorpoolProcess onPort(int wanted) {
        port = wanted;
        return this;
    }

    /** The same for gRPC. */
    public MotorpoolProcess onGrpcPort(int wanted) {
        grpcPort = wanted;
        return this;
    }

    /** Sets a variable of the node's environment, over what the sandbox sets. */
    public MotorpoolProcess with(String variable, String value) {
        extras.put(variable, value);
        return this;
    }

    /** Another size than usual, from the start, for what a node of the usual size is not meant to do. */
    public MotorpoolProcess withHeap(int mebibytes) {
        heap = List.of("-Xms%dm".formatted(mebibytes), "-Xmx%dm".formatted(mebibytes));
        return this;
    }

    /** Lets this node write the start-up cache when there is none. Its first stop then takes seconds longer. */
    public MotorpoolProcess recordingStartUp() {
        records = true;
        return this;
    }

    /**
     * Starts and ends the node once to write the start-up cache, for one that is not going to end for long. Whoever
     * shares the cache goes on without it while another one writes it.
     */
    public void rehearse() {
        cache.once(() -> {
            recordingStartUp().start();
            stop();
        });
    }

    /** A start is over when keys are published, by this node or another: before that nobody can be told who they are. */
    public MotorpoolProcess issuingTokens() {
        issues = true;
        return this;
    }

    public MotorpoolProcess withAll(Map<String, String> variables) {
        extras.putAll(variables);
        return this;
    }

    /** Publishes keys by way of somebody who stands in front of the object store. */
    public MotorpoolProcess publishingTo(URI endpoint) {
        extras.putAll(IdentitySettings.publishing(endpoint));
        return this;
    }

    /** What to do with the database each time that it was migrated, before a node looks at it. */
    public MotorpoolProcess afterMigration(Runnable step) {
        afterMigration = step;
        return this;
    }

    /** Brings the database to the state that this build wants. */
    public void migrate() {
        Map<String, String> environment = new TreeMap<>(extras);
        environment.put("MOTORPOOL_MIGRATE_URL", parts.postgres().jdbcUrl());
        environment.put("MOTORPOOL_MIGRATE_USERNAME", parts.postgres().owner().user());
        environment.put("MOTORPOOL_MIGRATE_PASSWORD", parts.postgres().owner().password());
        environment.put("MOTORPOOL_MIGRATE_APP_ROLE", parts.postgres().app().user());
        runToEnd("migrate", MIGRATED_WITHIN, environment);
        afterMigration.run();
    }

    /**
     * Has the first operator invited, past the API, where nobody can ask for it yet. The letter is sent when a node runs.
     */
    public void inviteFirstOperator(String email, String operatorName) {
        runToEnd("invite-operator", MIGRATED_WITHIN, environment(), email, operatorName);
    }

    /** Starts the node and returns when it says that it is ready. */
    public void start() {
        if (isRunning()) {
            return;
        }
        parts.startForNodes();
        port = Ports.choose(port);
        grpcPort = Ports.choose(grpcPort);
        recording = records && !cache.exists();
        process = launch(log(), startUp(), environment());
        AtExit.run(stopAtExit);
        awaitReady(process);
        if (issues) {
            awaitKeys();
        }
    }

    /** Returns when keys are published: before that nobody can be told who they are. Later starts find them there. */
    public void awaitKeys() {
        if (!Processes.await(this::arePublished, KEYS_WITHIN)) {
            throw failed(name + " published no keys within " + KEYS_WITHIN.toSeconds() + " s", log());
        }
    }

    /** Ends the node in order (SIGTERM): it stops taking requests and finishes those that it has. */
    public void stop() {
        AtExit.forget(stopAtExit);
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        if (ended(running, recording ? RECORDED_WITHIN : STOPPED_WITHIN)) {
            if (recording) {
                cache.keepRecorded();
                cache.forgetRecorded();
            }
        } else {
            kill();
        }
        process = null;
    }

    /** Ends the node at once (SIGKILL), in the middle of whatever it does. */
    public void kill() {
        AtExit.forget(stopAtExit);
        Process running = process;
        if (running == null) {
            return;
        }
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        if (!ended(running.destroyForcibly(), STOPPED_WITHIN)) {
            throw new ApplicationFailedException(name + " does not end");
        }
        if (recording) {
            cache.forgetRecorded();
        }
        process = null;
    }

    public void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public int grpcPort() {
        return grpcPort;
    }

    /** Where the node is: {@code http://localhost:PORT}. */
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public Path log() {
        return log(name);
    }

    /** The node's process, when it is running. */
    public ProcessHandle handle() {
        if (process == null) {
            throw new ApplicationFailedException(name + " is not running");
        }
        return process.toHandle();
    }

    /** One of the application's commands that end by themselves. */
    private void runToEnd(String command, Duration within, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        Process running = launch(
                log(command), cache.exists() ? cache.toRead() : List.of(), environment, all.toArray(String[]::new));
        if (!ended(running, within)) {
            boolean _ = running.destroyForcibly().isAlive();
            throw new ApplicationFailedException("%s did not end within %s".formatted(command, within));
        }
        if (running.exitValue() != 0) {
            throw failed("%s failed with status %d".formatted(command, running.exitValue()), log(command));
        }
    }

    private Path log(String of) {
        return Folders.create(folder.resolve("logs")).resolve(of + ".log");
    }

    private List<String> startUp() {
        if (recording) {
            return cache.toRecord();
        }
        return cache.exists() ? cache.toRead() : List.of();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("MOTORPOOL_GRPC_PORT", Integer.toString(grpcPort));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", parts.postgres().reactiveUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", parts.postgres().app().user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", parts.postgres().app().password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", parts.kafka().bootstrapServers());
        environment.put("MOTORPOOL_TOKEN_ENDPOINT", url() + "/api/v1/oauth/token");
        environment.put("MOTORPOOL_FEED_ADDRESS", url().toString());
        environment.putAll(new IdentitySettings(parts, folder).environment());
        environment.put("MOTORPOOL_ERP_SAP_URL", parts.sap().url().toString());
        environment.put("MOTORPOOL_ERP_SAP_USER", parts.sap().user().name());
        environment.put("MOTORPOOL_ERP_SAP_PASSWORD", parts.sap().user().password());
        environment.putAll(SAP_ORGANIZATION);
        environment.put(
                "MOTORPOOL_VEHICLES_TELEMATICS_URL", parts.telematics().url().toString());
        environment.put(
                "MOTORPOOL_VEHICLES_TELEMATICS_SECRET", parts.telematics().secret());
        environment.put("MOTORPOOL_PAYMENT_GATEWAY_URL", parts.gateway().url().toString());
        environment.put("MOTORPOOL_PAYMENT_GATEWAY_SECRET", parts.gateway().secret());
        environment.putAll(extras);
        return environment;
    }

    /** In the application's own folder and with a relative path: the start-up cache holds only for the same class path. */
    private Process launch(Path log, List<String> startUp, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(FLAGS_OF_TESTS);
        command.addAll(heap);
        command.addAll(startUp);
        command.addAll(List.of("-jar", ApplicationJar.JAR));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(application.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process launched = builder.start();
            launched.getOutputStream().close();
            return launched;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start a JVM", failed);
        }
    }

    private void awaitReady(Process starting) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answersReady()) {
            if (ended(starting, Duration.ofMillis(50))) {
                process = null;
                AtExit.forget(stopAtExit);
                throw failed(name + " ended while it started, with status " + starting.exitValue(), log());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw failed(name + " was not ready within " + READY_WITHIN.toSeconds() + " s", log());
            }
        }
    }

    private boolean answersReady() {
        return isFound(url().resolve("/q/health/ready"));
    }

    private boolean arePublished() {
        return isFound(URI.create(parts.objects().published() + IdentitySettings.KEY_SET));
    }

    private boolean isFound(URI address) {
        HttpRequest question =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApplicationFailedException("interrupted while " + name + " started", interrupted);
        }
    }

    private static boolean ended(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApplicationFailedException("interrupted while a process ended", interrupted);
        }
    }

    private static ApplicationFailedException failed(String what, Path log) {
        return new ApplicationFailedException("%s. The end of %s:%n%s".formatted(what, log, LogTail.of(log)));
    }
}
