package io.motorpool.sandbox.bench.app;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.BareProcess;
import io.motorpool.sandbox.bench.ClosedLoop;
import io.motorpool.sandbox.bench.DatabaseClient;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.OpenLoop;
import io.motorpool.sandbox.bench.ProcessorTime;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.token.DemoCompany;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Everything that is measured, filled and at rest: the parts, one node, and somebody to ask it and the database alone. */
final class Square implements AutoCloseable {

    private static final int MOST_CLIENTS = 256;

    /** Calls share them, as those of many phones behind a proxy do. */
    private static final int CHANNELS = 8;

    /** How Vert.x begins to say that somebody keeps an event loop from its work. */
    private static final String BLOCKED = "has been blocked for";

    private final Ground ground;
    private final Parts parts;
    private final MotorpoolProcess node;
    private final Effort effort;
    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));

    private Square(Ground ground, Parts parts, Effort effort) {
        this.ground = ground;
        this.parts = parts;
        this.effort = effort;
        this.node = ground.node(parts).with("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(effort.pool()));
    }

    static Square on(Ground ground, Effort effort) {
        Parts parts = ground.parts();
        parts.start();
        return new Square(ground, parts, effort);
    }

    /** The node runs afterwards. */
    Town fill() throws SQLException {
        node.migrate();
        node.start();
        Town town = new Town(
                ground.demoData(node).company(DemoCompany.HANBIT).id(),
                Clock.systemUTC().instant());
        town.create(parts.postgres());
        return town;
    }

    MotorpoolProcess node() {
        return node;
    }

    PostgresPart postgres() {
        return parts.postgres();
    }

    ClosedLoop closedLoop() {
        return new ClosedLoop(vertx, new ProcessorTime(node.handle(), parts.postgres()));
    }

    OpenLoop openLoop() {
        return new OpenLoop(vertx, new ProcessorTime(node.handle(), parts.postgres()));
    }

    Side overRest(Passes passes) {
        return over(node.port(), passes::ofDriver);
    }

    /** The least that could answer the same over HTTP; drivers say their numbers. */
    Side bare(BareProcess process) {
        return over(process.port(), Integer::toString);
    }

    private Side over(int port, IntFunction<String> passes) {
        return new OverRest(
                vertx.createHttpClient(
                        new HttpClientOptions().setMaxPoolSize(MOST_CLIENTS).setKeepAlive(true)),
                port,
                passes);
    }

    BareProcess startBare(Town town) {
        return BareProcess.start(
                BareTown.class,
                parts.postgres(),
                PostgresPart.DATABASE,
                town.company(),
                effort.pool(),
                ground.folder().resolve("bare.log"));
    }

    Side overGrpc(Passes passes) {
        return new OverGrpc(
                vertx.createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false)
                        .setHttp2MaxPoolSize(CHANNELS)),
                node.grpcPort(),
                passes);
    }

    Side overDatabase(Town town) {
        return new OverDatabase(DatabaseClient.of(parts.postgres(), vertx, effort.pool()), town.company());
    }

    /** How often the node's event loops were found blocked since it started. */
    long blockedEventLoops() throws IOException {
        try (Stream<String> lines = Files.lines(node.log())) {
            return lines.filter(line -> line.contains(BLOCKED)).count();
        }
    }

    @Override
    public void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
        node.close();
        parts.close();
    }
}
