package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.files.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A node that knows no published key yet gets no requests: it says itself that it is not ready for them. */
@EndToEnd
class ColdNodeIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningSystem system;

    ColdNodeIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_node_is_ready_once_it_knows_a_published_key_and_not_before() throws IOException {
        AtomicReference<String> published = new AtomicReference<>("");
        HttpServer origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ = origin.createContext("/", exchange -> {
            byte[] set = published.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(set.length == 0 ? 503 : 200, set.length == 0 ? -1 : set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        origin.start();
        int port = freePort();
        URI url = URI.create("http://localhost:" + port);
        MotorpoolProcess cold = system.node()
                .sibling("cold")
                .onPort(port)
                .with(
                        "MOTORPOOL_TOKEN_KEYS",
                        "http://127.0.0.1:%d/jwks.json"
                                .formatted(origin.getAddress().getPort()));
        try (cold) {
            CompletableFuture<Void> started = CompletableFuture.runAsync(cold::start);
            assertThat(Processes.await(() -> readiness(url).contains("\"DOWN\""), SOON))
                    .isTrue();
            assertThat(readiness(url)).contains("published keys");
            String token = system.tokens().division(UUID.randomUUID(), "OPERATOR");
            Api.at(url).as(token).get("/companies").mustBe(503);
            assertThat(started).isNotDone();

            published.set(system.publishedKeys());

            assertThat(started).succeedsWithin(SOON);
            assertThat(Meters.at(url).readiness().statusCode()).isEqualTo(200);
            Api.at(url).as(token).get("/companies").mustBe(200);
        } finally {
            origin.stop(0);
        }
    }

    /** Nothing while nobody listens there yet. */
    private static String readiness(URI url) {
        try {
            return Meters.at(url).readiness().body();
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof ConnectException) {
                return "";
            }
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
