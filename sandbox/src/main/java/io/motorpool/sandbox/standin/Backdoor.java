package io.motorpool.sandbox.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Looks into a stand-in and plays with it over HTTP, for whoever is not in its JVM. */
public final class Backdoor {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI standIn;
    private final String secret;

    public Backdoor(URI standIn, String secret) {
        this.standIn = standIn;
        this.secret = secret;
    }

    /** @return what it says; missing when it says nothing */
    public JsonNode ask(String method, String path, JsonNode body) {
        String text = body.isMissingNode() ? "" : body.toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(standIn + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(text))
                .build();
        try {
            HttpResponse<String> answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s answers %d %s".formatted(path, answer.statusCode(), answer.body()));
            }
            return answer.body().isEmpty() ? MissingNode.getInstance() : Call.JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException("a stand-in does not answer " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a stand-in was asked", interrupted);
        }
    }

    public JsonNode get(String path) {
        return ask("GET", path, MissingNode.getInstance());
    }
}
