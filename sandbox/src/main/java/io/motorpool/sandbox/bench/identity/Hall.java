package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.ClosedLoop;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.ProcessorTime;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.people.Crowd;
import io.motorpool.sandbox.people.Login;
import io.motorpool.sandbox.people.Residents;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.List;

/** Everything that is measured: the parts, one node with the demo's data, and a crowd of users with one password. */
final class Hall implements AutoCloseable {

    private static final int CROWD = 256;
    private static final int MOST_CLIENTS = 256;

    /** Whoever is measured comes from this machine, and says where it pretends to come from. */
    private static final String ANY_SOURCE = "127.0.0.1";

    private final Parts parts;
    private final MotorpoolProcess node;
    private final Vertx vertx = Vertx.vertx();
    private final DemoWorld world;
    private final Crowd crowd;

    private Hall(Parts parts, MotorpoolProcess node, DemoWorld world, Crowd crowd) {
        this.parts = parts;
        this.node = node;
        this.world = world;
        this.crowd = crowd;
    }

    static Hall on(Ground ground, Effort effort) {
        Parts parts = ground.parts();
        parts.start();
        MotorpoolProcess node = ground.node(parts)
                .with("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(effort.pool()))
                .with("MOTORPOOL_TRUSTED_PROXIES", ANY_SOURCE);
        try {
            node.migrate();
            node.start();
            DemoWorld world = ground.demoData(node);
            Login model = Residents.letInFirst(Api.at(node.url()), parts.mail(), node::inviteFirstOperator);
            return new Hall(parts, node, world, Crowd.like(model, CROWD, parts.postgres()));
        } catch (RuntimeException failed) {
            node.close();
            parts.close();
            throw failed;
        }
    }

    MotorpoolProcess node() {
        return node;
    }

    PostgresPart postgres() {
        return parts.postgres();
    }

    DemoWorld world() {
        return world;
    }

    String hash() {
        return crowd.hash();
    }

    List<Login> crowd() {
        return crowd.logins();
    }

    Vertx vertx() {
        return vertx;
    }

    ClosedLoop loop() {
        return new ClosedLoop(vertx, new ProcessorTime(node.handle(), parts.postgres()));
    }

    HttpClient http() {
        return vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MOST_CLIENTS).setKeepAlive(true));
    }

    @Override
    public void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
        node.close();
        parts.close();
    }
}
