package io.motorpool.sandbox.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * What the issuer says of itself (RFC 8414).
 *
 * @param keys where its key set is
 */
public record Metadata(String issuer, URI keys, JsonNode document) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param published below which everything is published */
    public static Metadata readFrom(URI published) {
        JsonNode document = get(URI.create(published + "/.well-known/oauth-authorization-server"));
        return new Metadata(
                document.path("issuer").asText(),
                URI.create(document.path("jwks_uri").asText()),
                document);
    }

    /** The key set as it is published now. */
    public JsonNode keySet() {
        return get(keys);
    }

    private static JsonNode get(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answers %d".formatted(address, answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + address, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + address, interrupted);
        }
    }
}
