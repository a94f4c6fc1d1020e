package io.motorpool.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The REST API as one caller sees it. Paths are relative to {@code /api/v1}; headers are given as names and values in
 * turn, for example {@code api.post("/reservations", body, "Idempotency-Key", key)}.
 */
public final class Api {

    /** In the order of the names, so that a request looks the same each time. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final @Nullable String token;
    private final Consumer<Exchange> observer;

    private Api(URI base, @Nullable String token, Consumer<Exchange> observer) {
        this.base = base;
        this.token = token;
        this.observer = observer;
    }

    /** Without a token. */
    public static Api at(URI base) {
        return new Api(base, null, _ -> {});
    }

    /** The same API for the caller with this token. */
    public Api as(String accessToken) {
        return new Api(base, accessToken, observer);
    }

    /** The same API, which tells of every exchange. */
    public Api observedBy(Consumer<Exchange> other) {
        return new Api(base, token, other);
    }

    public URI base() {
        return base;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, @Nullable Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Sends the fields of a form, in this order. */
    public Answer postForm(String path, Map<String, String> fields) {
        String sent = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request("POST", path, BodyPublishers.ofString(sent))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return exchange(request.build(), sent);
    }

    /** Sends a file as it is; who observes is told how large it was. */
    public Answer postFile(String path, String mediaType, byte[] file, String... headers) {
        HttpRequest.Builder request = request("POST", path, BodyPublishers.ofByteArray(file));
        request.header("Content-Type", mediaType);
        set(request, headers);
        return exchange(request.build(), sizeOf(file));
    }

    /** Fetches a file; who observes is told how large it is. */
    public byte[] getFile(String path) {
        HttpRequest.Builder request = request("GET", path, BodyPublishers.noBody());
        set(request, "Accept", "*/*");
        HttpRequest built = request.build();
        long start = System.nanoTime();
        HttpResponse<byte[]> response = response(built, HttpResponse.BodyHandlers.ofByteArray());
        byte[] file = response.body();
        Answer answer = new Answer(
                "GET " + built.uri(), response.statusCode(), response.headers(), TextNode.valueOf(sizeOf(file)));
        observer.accept(new Exchange(built, "", answer, Duration.ofNanos(System.nanoTime() - start)));
        answer.mustBe(200);
        return file;
    }

    private static String sizeOf(byte[] file) {
        return "(a file of %,d bytes)".formatted(file.length);
    }

    /** Sends any method with any body that Jackson can write, or none. */
    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        String sent = body == null ? "" : write(body);
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(sent);
        HttpRequest.Builder request = request(method, path, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        set(request, headers);
        return exchange(request.build(), sent);
    }

    /** Over what is sent anyway. */
    private static void set(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher publisher) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .method(method, publisher);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest request, String sent) {
        long start = System.nanoTime();
        HttpResponse<String> response = response(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String question = request.method() + " " + request.uri();
        Answer answer = new Answer(question, response.statusCode(), response.headers(), read(response.body()));
        observer.accept(new Exchange(request, sent, answer, took));
        return answer;
    }

    private static <T> HttpResponse<T> response(HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return HTTP.send(request, as);
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer to " + request.method() + " " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }

    private static JsonNode read(String text) {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return TextNode.valueOf(text);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException("cannot write " + body.getClass() + " as JSON", failed);
        }
    }
}
