package io.motorpool.sandbox.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.fuzz.RawServer.Question;
import io.motorpool.sandbox.fuzz.RawServer.Reply;
import io.motorpool.sandbox.fuzz.contract.Schemas;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps every promise of the garages' document, or breaks one of them. */
final class GarageServer implements AutoCloseable {

    /** What it does wrong. */
    enum Lie {
        NONE,
        FAILS_NOW_AND_THEN,
        HANGS_UP_NOW_AND_THEN,
        FORGETS_THE_VERSION,
        SAYS_TOO_MUCH,
        TAKES_ANY_BODY,
        TAKES_ANY_LIMIT,
        TAKES_ANY_PARAMETER,
        KNOWS_EVERYBODY,
        SHOWS_EVERYTHING,
        IGNORES_VERSIONS,
        ANSWERS_TWICE,
        REFUSES_EVERY_CHANGE
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String COLLECTION = "/api/v1/garages";

    private final Lie lie;
    private final Doorkeeper doorkeeper;
    private final RawServer server;
    private final Schemas schemas = new Schemas(Garages.CONTRACT);
    private final Map<String, ObjectNode> garages = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private int asked;

    GarageServer(Lie lie, PublicKey key) throws IOException {
        this.lie = lie;
        this.doorkeeper = new Doorkeeper(key);
        this.server = RawServer.started(this::answer);
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Optional<Reply> answer(Question question) {
        boolean now = ++asked % 40 == 0;
        if (lie == Lie.HANGS_UP_NOW_AND_THEN && now) {
            return Optional.empty();
        }
        return Optional.of(lie == Lie.FAILS_NOW_AND_THEN && now ? problem(500, "internal-error") : replyTo(question));
    }

    private Reply replyTo(Question question) {
        String path = question.path()
                .replaceAll("%2[eE]", ".")
                .replaceAll("/+", "/")
                .replaceAll(";[^/]*", "")
                .replaceAll("/[^/]+/\\.\\.(?=/|$)", "");
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (question.target().startsWith("/q/openapi")) {
            return new Reply(
                    200,
                    List.of("Content-Type: application/json"),
                    Garages.document().toString());
        }
        if (question.header("X-Padding").length() > 16_000 || question.path().matches(".*%([^0-9a-fA-F].*|.?)$")) {
            return new Reply(400, List.of(), "");
        }
        boolean collection = plain.equals(COLLECTION);
        if (!collection && !plain.matches(COLLECTION + "/[^/]+")) {
            return problem(404, "not-found");
        }
        if (!List.of("GET", collection ? "POST" : "PUT").contains(question.method())) {
            return problem(405, "method-not-allowed", "Allow: GET, PUT, POST");
        }
        return doorkeeper
                .claims(question.header("Authorization"))
                .or(() -> lie == Lie.KNOWS_EVERYBODY ? Optional.of(JSON.createObjectNode()) : Optional.empty())
                .map(claims -> replyTo(question, plain, claims))
                .orElseGet(() -> problem(401, "unauthorized", "WWW-Authenticate: Bearer"));
    }

    private Reply replyTo(Question question, String path, JsonNode claims) {
        boolean known = claims.path("roles")
                .valueStream()
                .anyMatch(role -> List.of("OPERATOR", "SUPPORT_AGENT", "AUDITOR", "MEMBER", "COMPANY_ADMIN")
                        .contains(role.asText()));
        if (!known && lie != Lie.KNOWS_EVERYBODY) {
            return problem(403, "not-permitted");
        }
        if (lie != Lie.TAKES_ANY_PARAMETER && asksUnknown(question, path)) {
            return problem(400, "invalid");
        }
        if (path.equals(COLLECTION)) {
            return question.method().equals("GET") ? list(question) : open(question, claims);
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (!garages.containsKey(id) || !mayTouch(claims, garages.get(id))) {
            return problem(404, "not-found");
        }
        return question.method().equals("GET") ? shown(200, garages.get(id)) : change(question, id);
    }

    private static boolean asksUnknown(Question question, String path) {
        String known = path.equals(COLLECTION) && question.method().equals("GET") ? "limit=[^&]*|" : "";
        return !question.target().matches("[^?]*([?&](%s))*".formatted(known));
    }

    private boolean mayTouch(JsonNode claims, JsonNode garage) {
        return !claims.has("company")
                || claims.path("company").equals(garage.path("company"))
                || lie == Lie.SHOWS_EVERYTHING;
    }

    private Reply list(Question question) {
        boolean bad = question.target().matches(".*[?&]limit=(?!([1-9][0-9]?|100)(&|$)).*");
        return bad && lie != Lie.TAKES_ANY_LIMIT
                ? problem(400, "invalid")
                : new Reply(200, List.of("Content-Type: application/json"), "{\"items\":[]}");
    }

    private Reply open(Question question, JsonNode claims) {
        String key = question.header("Idempotency-Key");
        Optional<JsonNode> body = body(question);
        if (!isJson(question)) {
            return problem(415, "unsupported-media-type");
        }
        if (body.isEmpty() || !key.matches("[\\x21-\\x7e]{1,100}") || lie == Lie.REFUSES_EVERY_CHANGE) {
            return problem(400, "invalid");
        }
        if (!mayTouch(claims, body.get())) {
            return problem(403, "not-permitted");
        }
        String before = answered.putIfAbsent(key, body.get().toString());
        if (before != null && !before.equals(body.get().toString())) {
            return problem(422, "idempotency-key-reused");
        }
        String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        versions.merge(id, 0, (version, _) -> lie == Lie.ANSWERS_TWICE ? version + 1 : version);
        return shown(201, garage(id, body.get()), "Location: " + COLLECTION + "/" + id);
    }

    private Reply change(Question question, String id) {
        String seen = question.header("If-Match");
        if (seen.isEmpty() && lie != Lie.IGNORES_VERSIONS) {
            return problem(428, "if-match-required");
        }
        if (!isJson(question)) {
            return problem(415, "unsupported-media-type");
        }
        Optional<JsonNode> body = body(question);
        if (body.isEmpty() || lie == Lie.REFUSES_EVERY_CHANGE) {
            return problem(400, "invalid");
        }
        if (!seen.equals("\"" + versions.get(id) + "\"") && lie != Lie.IGNORES_VERSIONS) {
            return problem(412, "stale-version");
        }
        versions.merge(id, 1, Integer::sum);
        return shown(200, garage(id, body.get()));
    }

    private static boolean isJson(Question question) {
        return List.of("", "application/json").contains(question.header("Content-Type"));
    }

    private Optional<JsonNode> body(Question question) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(question.body()))
                    .toString();
            JsonNode body = JSON.readTree(text);
            JsonNode schema = Garages.operation("openGarage").body().orElseThrow();
            boolean good = schemas.faults(schema, body).isEmpty() && isClean(body);
            return good || (lie == Lie.TAKES_ANY_BODY && body.isObject()) ? Optional.of(body) : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static boolean isClean(JsonNode body) {
        return body.path("name")
                .asText()
                .codePoints()
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE
                        || !Character.isDefined(character));
    }

    private ObjectNode garage(String id, JsonNode body) {
        ObjectNode garage = JSON.createObjectNode().put("id", id);
        garage.put("company", body.path("company").asText());
        garage.put("name", body.path("name").asText());
        garage.put("places", body.path("places").asInt());
        garage.put("colour", body.path("colour").asText().equals("BLUE") ? "BLUE" : "RED");
        if (lie == Lie.SAYS_TOO_MUCH) {
            garage.put("combination", 1234);
        }
        garages.put(id, garage);
        return garage;
    }

    private Reply shown(int status, ObjectNode garage, String... headers) {
        String version = "ETag: \"" + versions.get(garage.path("id").asText()) + "\"";
        return new Reply(
                status,
                List.of(
                        "Content-Type: application/json",
                        lie == Lie.FORGETS_THE_VERSION ? "X-Version: none" : version,
                        headers.length == 0 ? "X-Nothing: 1" : headers[0]),
                garage.toString());
    }

    private static Reply problem(int status, String code, String... headers) {
        return new Reply(
                status,
                List.of("Content-Type: application/problem+json", headers.length == 0 ? "X-Nothing: 1" : headers[0]),
                """
                {"type":"https://x/%s","title":"T","status":%d,"code":"%s","detail":"because",
                 "errors":[{"field":"f","code":"c","message":"m"}]}""".formatted(code, status, code));
    }
}
