package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Speaks to the stand-in by hand, header by header. */
final class SapCaller {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final SapPart sap;

    SapCaller(SapPart sap) {
        this.sap = sap;
    }

    /** A token and the cookie that it came with. */
    record Pair(String token, String cookie) {}

    record Answer(int status, String body, Map<String, String> headers) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException failed) {
                throw new AssertionError(body, failed);
            }
        }

        String code() {
            return json().at("/error/code").asText();
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Pair fetch() {
        Answer answer = send("GET", "/API_EQUIPMENT/", "", Map.of("X-CSRF-Token", "Fetch"));
        return new Pair(
                answer.header("x-csrf-token"), answer.header("set-cookie").split(";")[0]);
    }

    Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    Answer post(String path, String body) {
        return post(path, body, fetch());
    }

    Answer post(String path, String body, Pair pair) {
        return send("POST", path, body, headers(pair));
    }

    Answer patch(String path, String body, String etag) {
        Map<String, String> headers = headers(fetch());
        if (!etag.isEmpty()) {
            headers.put("If-Match", etag);
        }
        return send("PATCH", path, body, headers);
    }

    static Map<String, String> headers(Pair pair) {
        return new TreeMap<>(Map.of("X-CSRF-Token", pair.token(), "Cookie", pair.cookie()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Answer send(String method, String path, String body, Map<String, String> headers) {
        String pair = sap.user().name() + ":" + sap.user().password();
        Map<String, String> all = new TreeMap<>(Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                "Accept", "application/json",
                "Content-Type", "application/json"));
        all.putAll(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        path.startsWith("/stand-in") ? sap.url().resolve(path) : URI.create(sap.url() + path))
                .timeout(Duration.ofSeconds(5))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        all.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> answered.put(name, values.getFirst()));
            return new Answer(response.statusCode(), response.body(), answered);
        } catch (IOException failed) {
            return new Answer(0, failed.toString(), Map.of());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
