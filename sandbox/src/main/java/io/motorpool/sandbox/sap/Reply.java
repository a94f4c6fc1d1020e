package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer on its way out. */
record Reply(
        int status,
        Map<String, String> headers,
        @Nullable JsonNode body,
        @Nullable String text) {

    static Reply of(int status, JsonNode body) {
        return new Reply(status, Map.of(), body, null);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), null, null);
    }

    static Reply plain(int status, String text) {
        return new Reply(status, Map.of(), null, text);
    }

    static Reply of(SapRefusal refusal) {
        return of(refusal.status(), Rendering.error(refusal));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, text);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.getResponseHeaders().add("DataServiceVersion", "2.0");
        byte[] bytes = bytes();
        if (bytes.length > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Type", body == null ? "text/plain;charset=utf-8" : "application/json;charset=utf-8");
        }
        boolean silent = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : bytes.length);
        if (!silent) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private byte[] bytes() {
        try {
            return body == null
                    ? (text == null ? "" : text).getBytes(StandardCharsets.UTF_8)
                    : Payload.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
