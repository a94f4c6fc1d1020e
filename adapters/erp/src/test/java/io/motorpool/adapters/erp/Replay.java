package io.motorpool.adapters.erp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives answers that were written down, one after the other, and remembers what it was asked. */
final class Replay implements AutoCloseable {

    private static final String TOKEN = "X-CSRF-Token";

    private final HttpServer server;
    private final Deque<Recorded> reads = new ArrayDeque<>();
    private final Deque<Recorded> writes = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Recorded(int status, Map<String, String> headers, String body) {}

    record Asked(String method, String address, Map<String, String> headers, String body) {}

    Replay() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var _ = server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    Replay read(int status, String file) {
        reads.add(new Recorded(status, Map.of(), recorded(file)));
        return this;
    }

    Replay write(int status, String file) {
        writes.add(new Recorded(status, Map.of(), recorded(file)));
        return this;
    }

    Replay writeRefusedForItsToken() {
        writes.add(new Recorded(403, Map.of(TOKEN, "Required"), "CSRF token validation failed"));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String recorded(String file) {
        if (file.isEmpty()) {
            return "";
        }
        try (InputStream stream = Objects.requireNonNull(Replay.class.getResourceAsStream("/sap/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String fetched = exchange.getRequestHeaders().getFirst(TOKEN);
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.of(
                            "token", Objects.requireNonNullElse(fetched, ""),
                            "cookie",
                                    Objects.requireNonNullElse(
                                            exchange.getRequestHeaders().getFirst("Cookie"), "")),
                    body));
            if ("Fetch".equals(fetched)) {
                exchange.getResponseHeaders().add(TOKEN, "a-token");
                exchange.getResponseHeaders().add("Set-Cookie", "sap-usercontext=sap-client=100; path=/");
                exchange.getResponseHeaders()
                        .add("Set-Cookie", "SAP_SESSIONID_S4H_100=one%3d; path=/; secure; HttpOnly");
                send(exchange, new Recorded(200, Map.of(), "{\"d\":{\"EntitySets\":[]}}"));
            } else {
                send(exchange, next(exchange.getRequestMethod().equals("GET") ? reads : writes));
            }
        }
    }

    /** The last one is given again and again. */
    private static Recorded next(Deque<Recorded> recorded) {
        return recorded.size() > 1 ? recorded.remove() : recorded.element();
    }

    private static void send(HttpExchange exchange, Recorded recorded) throws IOException {
        recorded.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] bytes = recorded.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(recorded.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
