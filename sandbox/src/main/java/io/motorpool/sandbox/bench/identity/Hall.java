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
import io.motorpool.sandbox.people.Login;
import io.motorpool.sandbox.people.Residents;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

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
    private final String hash;
    private final List<Login> crowd;

    private Hall(Parts parts, MotorpoolProcess node, DemoWorld world, String hash, List<Login> crowd) {
        this.parts = parts;
        this.node = node;
        this.world = world;
        this.hash = hash;
        this.crowd = crowd;
    }

    static Hall on(Ground ground, Effort effort) throws SQLException {
        Parts parts = ground.parts();
        parts.start();
        MotorpoolProcess node = ground.node(parts)
                .with("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(effort.pool()))
                .with("MOTORPOOL_REST_TRUSTED_PROXIES", ANY_SOURCE);
        try {
            node.migrate();
            node.start();
            DemoWorld world = ground.demoData(node);
            Login model = Residents.letInFirst(Api.at(node.url()), parts.mail(), node::inviteFirstOperator);
            String hash = hashOf(parts, model);
            return new Hall(parts, node, world, hash, crowd(parts, hash, model));
        } catch (SQLException | RuntimeException failed) {
            node.close();
            parts.close();
            throw failed;
        }
    }

    private static String hashOf(Parts parts, Login login) throws SQLException {
        try (Connection database = parts.postgres().connect(parts.postgres().owner());
                PreparedStatement query =
                        database.prepareStatement("SELECT password_hash FROM user_account WHERE email = ?")) {
            query.setString(1, login.email());
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("nobody is called " + login.email());
                }
                return String.valueOf(found.getString(1));
            }
        }
    }

    /** They all chose the same password: so they are there without hashing it for each. */
    private static List<Login> crowd(Parts parts, String hash, Login model) throws SQLException {
        List<Login> crowd = IntStream.range(0, CROWD)
                .mapToObj(number -> new Login("crowd-%d@hanbit.example".formatted(number), model.password()))
                .toList();
        try (Connection database = parts.postgres().connect(parts.postgres().owner());
                PreparedStatement insert = database.prepareStatement("""
                        INSERT INTO user_account (id, version, email, name, roles, status, password_hash)
                        VALUES (?, 0, ?, '김민수', '{}', 'ACTIVE', ?)""")) {
            for (Login login : crowd) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, login.email());
                insert.setString(3, hash);
                insert.addBatch();
            }
            int[] _ = insert.executeBatch();
        }
        return crowd;
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
        return hash;
    }

    List<Login> crowd() {
        return crowd;
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
