package io.motorpool.sandbox.sap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that has been read. */
record Request(HttpExchange exchange, String method, List<String> segments, Query query, byte[] body) {

    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new SapRefusal(413, "/IWFND/CM_CONSUMER/101", "The request is too large");
        }
        String path = exchange.getRequestURI().getRawPath();
        List<String> segments = List.of(path.substring(1).split("/")).stream()
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        return new Request(
                exchange,
                exchange.getRequestMethod(),
                segments,
                Query.of(exchange.getRequestURI().getRawQuery()),
                body);
    }

    @Nullable
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    @Nullable
    String session() {
        return Sessions.session(header("Cookie")).orElse(null);
    }

    void mustAcceptJson() {
        String accept = header("Accept");
        if (!query.asksForJson() && (accept == null || !accept.contains("json"))) {
            throw new SapRefusal(406, "/IWFND/CM_CONSUMER/100", "Only JSON is provided here");
        }
    }

    void mustCarryJson() {
        String type = header("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new SapRefusal(415, "/IWFND/CM_CONSUMER/102", "Unsupported media type");
        }
    }
}
