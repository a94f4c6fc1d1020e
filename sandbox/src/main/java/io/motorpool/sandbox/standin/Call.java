package io.motorpool.sandbox.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A request that has been read. Bodies are read strictly: what is not expected, or of another type, is refused.
 *
 * @param path its segments, decoded
 */
public record Call(HttpExchange exchange, String method, List<String> path, JsonNode body) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LARGEST_BODY = 16 * 1024;

    static Call read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refused(413, "TOO_LARGE");
        }
        List<String> path = List.of(
                        exchange.getRequestURI().getRawPath().substring(1).split("/", -1))
                .stream()
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        return new Call(
                exchange, exchange.getRequestMethod(), path, body.length == 0 ? none() : parsed(exchange, body));
    }

    private static JsonNode none() {
        return MissingNode.getInstance();
    }

    private static JsonNode parsed(HttpExchange exchange, byte[] body) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(415, "UNSUPPORTED_MEDIA_TYPE");
        }
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException _) {
            // refused below
        }
        throw new Refused(400, "MALFORMED");
    }

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Whether it asks for this, a star standing for any one segment. */
    public boolean is(String wanted, String pattern) {
        List<String> segments = List.of(pattern.substring(1).split("/"));
        if (!method.equals(wanted) || path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).equals("*") && !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    public UUID idInPath(int segment) {
        return uuid(path.get(segment)).orElseThrow(() -> new Refused(404, "NOT_FOUND"));
    }

    public UUID id(String field) {
        return uuid(text(field)).orElseThrow(() -> new Refused(400, "INVALID_" + field));
    }

    /** Refuses whatever is not one of these. */
    public Call with(String... known) {
        for (String field : (Iterable<String>) body::fieldNames) {
            if (!Set.of(known).contains(field)) {
                throw new Refused(400, "UNKNOWN_FIELD");
            }
        }
        return this;
    }

    public String text(String field) {
        return need(body.path(field).isTextual(), field).asText();
    }

    public long integer(String field) {
        return need(body.path(field).isIntegralNumber() && body.path(field).canConvertToLong(), field)
                .asLong();
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, String field) {
        try {
            return Enum.valueOf(type, text(field));
        } catch (IllegalArgumentException _) {
            throw new Refused(400, "INVALID_" + field);
        }
    }

    private JsonNode need(boolean right, String field) {
        if (!right) {
            throw new Refused(400, "INVALID_" + field);
        }
        return body.path(field);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
