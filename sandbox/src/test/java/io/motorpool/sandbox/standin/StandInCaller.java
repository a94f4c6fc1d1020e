package io.motorpool.sandbox.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Speaks to a stand-in by hand, header by header. */
public final class StandInCaller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final StandIn<?> standIn;

    public StandInCaller(StandIn<?> standIn) {
        this.standIn = standIn;
    }

    /** @param status 0 when there was no answer */
    public record Answer(int status, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException failed) {
                throw new AssertionError(body, failed);
            }
        }

        public String error() {
            return json().path("error").asText();
        }
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(
                Map.of("Authorization", "Bearer " + standIn.secret(), "Content-Type", "application/json"));
        all.putAll(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(standIn.url() + path))
                .timeout(Duration.ofSeconds(5))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        all.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failed) {
            return new Answer(0, failed.toString());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
