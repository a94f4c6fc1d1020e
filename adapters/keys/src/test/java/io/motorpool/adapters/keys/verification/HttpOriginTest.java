package io.motorpool.adapters.keys.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.motorpool.adapters.keys.publication.JwkSet;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set is read from one address, within bounds of time and size, and from nowhere that the answer points to. */
class HttpOriginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(exchange -> say(exchange, 200, "{}"));
    private final AtomicInteger elsewhere = new AtomicInteger();
    private final AtomicReference<String> accepted = new AtomicReference<>("");
    private HttpServer server;
    private HttpOrigin origin;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        var _ = server.createContext("/jwks.json", exchange -> {
            accepted.set(exchange.getRequestHeaders().getFirst("Accept"));
            try {
                behaviour.get().answer(exchange);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        var _ = server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            say(exchange, 200, "{}");
            exchange.close();
        });
        server.start();
        origin = new HttpOrigin(address("/jwks.json"), threads);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void what_is_there_is_read_as_it_is() {
        behaviour.set(exchange -> say(exchange, 200, "{\"keys\":[],\"이름\":1}"));

        assertThat(fetched()).isEqualTo("{\"keys\":[],\"이름\":1}");
        assertThat(accepted.get()).contains(JwkSet.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 403, 404, 500, 503})
    void any_other_answer_is_a_failure(int status) {
        behaviour.set(exchange -> exchange.sendResponseHeaders(status, -1));

        assertThatThrownBy(this::fetched).hasStackTraceContaining("the origin answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void nobody_is_sent_elsewhere(int status) {
        behaviour.set(exchange -> {
            exchange.getResponseHeaders().set("Location", address("/elsewhere").toString());
            exchange.sendResponseHeaders(status, -1);
        });

        assertThatThrownBy(this::fetched).hasStackTraceContaining("the origin answered " + status);
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void of_an_answer_without_end_no_more_is_read_than_a_set_may_have() {
        behaviour.set(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] many = "x".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(many);
                }
            }
        });

        assertThat(fetched()).hasSize(JwkSet.MOST_CHARACTERS + 1);
    }

    @Test
    void an_origin_that_says_nothing_is_not_waited_for() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        behaviour.set(exchange -> {
            boolean _ = over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        });
        long begin = System.nanoTime();

        assertThatThrownBy(this::fetched).hasStackTraceContaining("timed out");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
        over.countDown();
    }

    @Test
    void an_origin_that_is_not_there_is_a_failure() {
        server.stop(0);

        assertThatThrownBy(this::fetched).hasStackTraceContaining("ConnectException");
    }

    private String fetched() {
        CompletableFuture<String> fetched = origin.fetch();
        return fetched.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
