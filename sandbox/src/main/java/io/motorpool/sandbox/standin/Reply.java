package io.motorpool.sandbox.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer on its way out. */
public record Reply(int status, @Nullable JsonNode body) {

    public static Reply of(int status, JsonNode body) {
        return new Reply(status, body);
    }

    public static Reply empty(int status) {
        return new Reply(status, null);
    }

    static Reply of(Refused refused) {
        return of(refused.status(), JsonNodeFactory.instance.objectNode().put("error", refused.code()));
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
