package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.parts.PostgresPart;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseReadinessTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void it_follows_the_database_down_and_up() {
        try (PostgresPart postgres = PostgresPart.temporary()) {
            DatabaseReadiness readiness =
                    readiness(postgres.port(), postgres.app().password());
            assertThat(ask(readiness).getStatus()).isEqualTo(Status.UP);

            postgres.stop();
            assertThat(ask(readiness).getStatus()).isEqualTo(Status.DOWN);

            postgres.start();
            assertThat(ask(readiness).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void nobody_who_asks_learns_where_the_database_is() {
        HealthCheckResponse response = ask(readiness(Ports.free(), "none"));

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData()).isEmpty();
    }

    @Test
    void a_database_that_says_nothing_is_down_too() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ask(readiness(silent.getLocalPort(), "none")).getStatus())
                    .isEqualTo(Status.DOWN);
        }
    }

    private static HealthCheckResponse ask(DatabaseReadiness readiness) {
        return readiness.call().await().atMost(DatabaseReadiness.PATIENCE.plus(Duration.ofSeconds(1)));
    }

    private DatabaseReadiness readiness(int port, String password) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setDatabase(PostgresPart.DATABASE)
                .setUser("motorpool_app")
                .setPassword(password);
        return new DatabaseReadiness(Pool.newInstance(
                PgBuilder.pool().connectingTo(options).using(vertx).build()));
    }
}
