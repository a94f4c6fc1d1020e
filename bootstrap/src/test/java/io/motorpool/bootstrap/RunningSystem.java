package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.events.Subscriber;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.time.Hourglass;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.TestIssuer;
import io.motorpool.sandbox.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The packaged application on real parts, once for all end-to-end tests of a JVM: started by the first that asks, ended
 * with the JVM. Tests share it, so each makes a {@linkplain #newCompany() company of its own}. Its timers that change rows
 * are off, because a test that wants such a chore asks for it; it believes tests that say where they ask from, and takes
 * tokens of the first server.
 */
public final class RunningSystem {

    private static final Pattern ERROR_LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\S+ ERROR .*");
    private static final Path FOLDER = Path.of(
                    "target", System.getProperty("motorpool.running-system", "running-system"))
            .toAbsolutePath()
            .normalize();

    private final Parts parts;
    private final MotorpoolProcess node;
    private final DevelopmentKeys keys;
    private final Tokens tokens;
    private volatile boolean databaseWentAway;

    private RunningSystem(Parts parts, MotorpoolProcess node, DevelopmentKeys keys) {
        this.parts = parts;
        this.node = node;
        this.keys = keys;
        this.tokens = new Tokens(keys);
    }

    private static final class Once {
        static final RunningSystem SYSTEM = start();
    }

    public static RunningSystem get() {
        return Once.SYSTEM;
    }

    private static RunningSystem start() {
        Folders.delete(FOLDER);
        DevelopmentKeys keys = DevelopmentKeys.in(FOLDER.resolve("keys"));
        Parts parts = Parts.temporary();
        MotorpoolProcess node = MotorpoolProcess.of(ApplicationJar.builtIn(project()), parts, FOLDER.resolve("runtime"))
                .issuingTokens()
                .afterMigration(() -> TestIssuer.admit(parts.postgres(), keys))
                .with("MOTORPOOL_SWEEPS_EVERY", "off")
                .with("MOTORPOOL_ROUTES_PLANNED_EVERY", "off")
                .with("MOTORPOOL_ROUTES_CAPTURED_EVERY", "off")
                .with("MOTORPOOL_ROUTES_REGISTERED_EVERY", "off")
                .with("MOTORPOOL_TIMERS_VEHICLES_TOLD_EVERY", "off")
                .with("MOTORPOOL_TIMERS_OFFERS_EXPIRED_EVERY", "off")
                .with("MOTORPOOL_TIMERS_GATEWAY_ASKED_EVERY", "off")
                .with("MOTORPOOL_TRUSTED_PROXIES", "127.0.0.1,::1")
                .with("MOTORPOOL_FIRST_SERVER_SECRET", FirstServer.SECRET)
                .with("MOTORPOOL_FIRST_SERVER_UNTIL", FirstServer.UNTIL.toString());
        node.migrate();
        node.rehearse();
        node.start();
        RunningSystem system = new RunningSystem(parts, node, keys);
        system.settle();
        return system;
    }

    /** Makes and publishes the issuer's next key now, so that nothing changes by itself while tests compare rows. */
    private void settle() {
        operator().api().post("/keys/turn", null).mustBe(200);
    }

    /** The folder of the whole build, whether a test was started in it or in that of its module. */
    public static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("bootstrap")) ? here : here.resolveSibling("");
    }

    public Parts parts() {
        return parts;
    }

    public MotorpoolProcess node() {
        return node;
    }

    /** What {@link #tokens()} signs with. */
    DevelopmentKeys keys() {
        return keys;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Without a token. */
    public Api anonymous() {
        return Api.at(node.url());
    }

    /** Somebody new of the division, with these roles. */
    public Person division(String... roles) {
        UUID user = UUID.randomUUID();
        return new Person(user, anonymous(), () -> tokens.division(user, roles));
    }

    public Person operator() {
        return division("OPERATOR");
    }

    public Person support() {
        return division("SUPPORT_AGENT");
    }

    public Person auditor() {
        return division("AUDITOR");
    }

    /** A client company that no other test knows, with a zone and an administrator. */
    public ClientCompany newCompany() {
        return ClientCompany.registered(this);
    }

    /** The same, paying in this way. */
    ClientCompany newCompany(String billingPolicy) {
        return ClientCompany.registered(this, billingPolicy);
    }

    /** What subscribers are told. */
    EventLog events() {
        return new EventLog(new Subscriber(parts.kafka().bootstrapServers()));
    }

    /** What they are told of one context: {@code payment}. */
    EventLog eventsOf(String context) {
        return new EventLog(new Subscriber(parts.kafka().bootstrapServers(), List.of("motorpool." + context)));
    }

    /** Lets time pass for a vehicle. */
    public Hourglass hourglass() {
        return new Hourglass(parts.postgres());
    }

    /** What the logs of all nodes tell that no log may. */
    List<String> indiscretions() {
        return Indiscretions.in(FOLDER.resolve("runtime").resolve("logs"), publishedKeys());
    }

    /** The set, as verifiers find it. */
    String publishedKeys() {
        return Meters.at(parts.objects().endpoint())
                .ask(parts.objects().published().getPath() + "/.well-known/jwks.json")
                .body();
    }

    /** From now on a connection may have been lost: a test takes the database away. */
    void databaseGoesAway() {
        databaseWentAway = true;
    }

    /** What the application has complained about since it started. */
    public List<String> errorsLogged() {
        return errorsIn(node.log()).stream()
                .filter(error -> !databaseWentAway || !error.contains("connection may have been lost"))
                .toList();
    }

    public static List<String> errorsIn(Path log) {
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.filter(line -> ERROR_LINE.matcher(line).matches()).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + log, failed);
        }
    }
}
