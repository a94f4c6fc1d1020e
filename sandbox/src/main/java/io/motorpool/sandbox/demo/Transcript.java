package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.api.Exchange;
import io.motorpool.sandbox.grpc.GrpcExchange;
import java.io.PrintWriter;
import java.util.List;

/** Prints each request and its answer; never a token or a password, which somebody else could use. */
final class Transcript {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SHOWN = List.of("If-Match", "Idempotency-Key", "ETag", "Location");

    private final PrintWriter out;

    Transcript(PrintWriter out) {
        this.out = out;
    }

    void print(Exchange exchange) {
        out.printf("> %s %s%n", exchange.request().method(), exchange.request().uri());
        exchange.request().headers().map().forEach((name, values) -> header(">", name, values));
        if (!exchange.sent().isEmpty()) {
            out.println("> " + Discretion.about(exchange.sent()));
        }
        out.printf("< %d (%d ms)%n", exchange.answer().status(), exchange.took().toMillis());
        exchange.answer().headers().map().forEach((name, values) -> header("<", name, values));
        JsonNode body = Discretion.about(exchange.answer().body());
        if (!body.isMissingNode()) {
            pretty(body).lines().forEach(line -> out.println("< " + line));
        }
        out.flush();
    }

    void print(GrpcExchange exchange) {
        out.println("> " + exchange.method());
        out.println("> " + Discretion.about(exchange.sent()));
        out.printf("< %s (%d ms)%n", exchange.answer().code(), exchange.took().toMillis());
        pretty(Discretion.about(exchange.answer().body())).lines().forEach(line -> out.println("< " + line));
        out.flush();
    }

    private void header(String direction, String name, List<String> values) {
        if (SHOWN.stream().anyMatch(shown -> shown.equalsIgnoreCase(name))) {
            out.printf("%s %s: %s%n", direction, name, String.join(", ", values));
        }
    }

    private static String pretty(JsonNode body) {
        if (body.isTextual()) {
            return body.asText();
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
