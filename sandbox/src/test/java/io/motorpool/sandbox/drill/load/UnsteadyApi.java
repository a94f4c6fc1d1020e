package io.motorpool.sandbox.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A stand-in of the API that is cut off every now and then, before or after it has done what it was asked for, and keeps
 * its promises all the same; unless it is told not to.
 */
final class UnsteadyApi implements AutoCloseable {

    /** How it breaks its promises. */
    enum Flaw {
        NONE,
        FORGETS_KEYS,
        FORGETS_RESERVATIONS,
        FAILS
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> stored = new ConcurrentHashMap<>();
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Random dice = new Random(7);
    private final HttpServer server;
    private final Flaw flaw;

    UnsteadyApi(Flaw flaw) throws IOException {
        this.flaw = flaw;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** By id, with the version as a field. */
    Map<String, ObjectNode> stored() {
        return stored;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        boolean aboutReservations = path.startsWith("/reservations");
        int mishap = aboutReservations ? dice.nextInt(12) : 12;
        if (mishap == 0) {
            exchange.close();
        } else if (mishap == 1) {
            unavailable(exchange);
        } else if (mishap == 2) {
            handle(exchange, path, body, true);
        } else {
            handle(exchange, path, body, false);
        }
    }

    private void handle(HttpExchange exchange, String path, JsonNode body, boolean cutOff) throws IOException {
        if (!path.startsWith("/reservations")) {
            send(
                    exchange,
                    201,
                    JSON.createObjectNode().put("id", UUID.randomUUID().toString()),
                    cutOff);
            return;
        }
        if (path.equals("/reservations")) {
            create(exchange, body, cutOff);
            return;
        }
        ObjectNode reservation = stored.get(path.split("/", -1)[2]);
        if (reservation == null) {
            send(exchange, 404, JSON.createObjectNode().put("code", "not-found"), cutOff);
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, reservation, cutOff);
        } else {
            change(exchange, path, body, reservation, cutOff);
        }
    }

    private void create(HttpExchange exchange, JsonNode body, boolean cutOff) throws IOException {
        if (flaw == Flaw.FAILS) {
            send(exchange, 422, JSON.createObjectNode().put("code", "broken"), false);
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String id = answered.computeIfAbsent(
                flaw == Flaw.FORGETS_KEYS ? UUID.randomUUID().toString() : key,
                _ -> UUID.randomUUID().toString());
        ObjectNode reservation = stored.computeIfAbsent(
                id,
                _ -> JSON.createObjectNode()
                        .put("id", id)
                        .put("vehicle", body.path("vehicle").asText())
                        .put("start", body.path("start").asText())
                        .put("end", body.path("end").asText())
                        .put("status", "RESERVED")
                        .put("version", 0));
        send(exchange, 201, reservation, cutOff);
        if (flaw == Flaw.FORGETS_RESERVATIONS) {
            stored.remove(id);
        }
    }

    private static void change(
            HttpExchange exchange, String path, JsonNode body, ObjectNode reservation, boolean cutOff)
            throws IOException {
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (!seen.equals("\"" + reservation.path("version").asInt() + "\"")) {
            send(exchange, 412, JSON.createObjectNode().put("code", "stale-version"), cutOff);
            return;
        }
        if (path.endsWith("/period")) {
            reservation.put("start", body.path("start").asText());
            reservation.put("end", body.path("end").asText());
        } else {
            reservation.put("status", "CANCELLED");
        }
        reservation.put("version", reservation.path("version").asInt() + 1);
        send(exchange, 200, reservation, cutOff);
    }

    private static void unavailable(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", "1");
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        byte[] problem = "{\"code\":\"temporarily-unavailable\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(503, problem.length);
        exchange.getResponseBody().write(problem);
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body, boolean cutOff) throws IOException {
        if (!cutOff) {
            exchange.getResponseHeaders()
                    .add("ETag", "\"" + body.path("version").asInt() + "\"");
            byte[] text = JSON.writeValueAsBytes(body);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }
}
