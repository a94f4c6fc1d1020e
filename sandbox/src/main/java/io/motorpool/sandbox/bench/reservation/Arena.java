package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.BareProcess;
import io.motorpool.sandbox.bench.ClosedLoop;
import io.motorpool.sandbox.bench.DatabaseClient;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.ProcessorTime;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.token.DemoCompany;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that is measured, filled and at rest: the parts, one node, and a second database with the same content, in
 * which the limit is measured. So neither side meets what the other has written, and no relay reads what the limit writes.
 */
final class Arena implements AutoCloseable {

    private static final String LIMIT_DATABASE = "motorpool_limit";
    private static final int MOST_CLIENTS = 256;

    private final Ground ground;
    private final Parts parts;
    private final MotorpoolProcess node;
    private final Effort effort;
    private final Vertx vertx;

    private Arena(Ground ground, Parts parts, Effort effort) {
        this.ground = ground;
        this.parts = parts;
        this.effort = effort;
        this.node = ground.node(parts).with("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(effort.pool()));
        this.vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));
    }

    static Arena on(Ground ground, Effort effort) {
        Parts parts = ground.parts();
        parts.start();
        return new Arena(ground, parts, effort);
    }

    /** The node is stopped afterwards. */
    Fleet fill() throws SQLException {
        node.migrate();
        node.start();
        DemoWorld.Company company = ground.demoData(node).company(DemoCompany.HANBIT);
        awaitEmptyOutbox();
        node.stop();
        Fleet fleet = new Fleet(
                company.id(), company.zones().getFirst(), Clock.systemUTC().instant());
        fleet.create(parts.postgres());
        asSuperuser("CREATE DATABASE %s TEMPLATE %s OWNER %s"
                .formatted(
                        LIMIT_DATABASE,
                        PostgresPart.DATABASE,
                        parts.postgres().owner().user()));
        asSuperuser("CHECKPOINT");
        return fleet;
    }

    MotorpoolProcess node() {
        return node;
    }

    PostgresPart postgres() {
        return parts.postgres();
    }

    Api api() {
        return Api.at(node.url());
    }

    ClosedLoop loop() {
        return new ClosedLoop(vertx, new ProcessorTime(node.handle(), parts.postgres()));
    }

    ThroughApplication application(Passes passes) {
        return over(node.port(), passes);
    }

    /** Asked over HTTP as the application is, on the database of the limit. */
    ThroughApplication bare(BareProcess process, Passes passes) {
        return over(process.port(), passes);
    }

    private ThroughApplication over(int port, Passes passes) {
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MOST_CLIENTS).setKeepAlive(true));
        return new ThroughApplication(http, port, passes);
    }

    BareProcess startBare(Fleet fleet) {
        return BareProcess.start(
                BareReservations.class,
                parts.postgres(),
                LIMIT_DATABASE,
                fleet.company(),
                effort.pool(),
                ground.folder().resolve("bare.log"));
    }

    ThroughDatabase limit(Fleet fleet) {
        Pool pool = DatabaseClient.of(
                parts.postgres(), LIMIT_DATABASE, parts.postgres().app(), vertx, effort.pool());
        return new ThroughDatabase(pool, fleet.company());
    }

    /** What a side has left for later is not to be paid by the other one. */
    void awaitEmptyOutbox() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (outboxSize() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the relay does not empty the outbox");
            }
            pause(Duration.ofMillis(50));
        }
    }

    long outboxSize() throws SQLException {
        try (Connection connection = parts.postgres().connect(parts.postgres().app());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM outbox")) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /** Settings of the server by which two runs can differ. */
    String databaseSettings() throws SQLException {
        try (Connection connection = parts.postgres().connect(parts.postgres().app());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT 'PostgreSQL ' || current_setting('server_version') || ', '
                               || string_agg(name || '=' || current_setting(name), ' ' ORDER BY name)
                          FROM pg_settings
                         WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers',
                                        'max_wal_size', 'wal_level')""")) {
            return found.next() ? Optional.ofNullable(found.getString(1)).orElse("") : "";
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = parts.postgres().connect(parts.postgres().superuser());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
        node.close();
        parts.close();
    }
}
