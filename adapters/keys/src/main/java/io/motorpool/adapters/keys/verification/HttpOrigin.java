package io.motorpool.adapters.keys.verification;

import io.motorpool.adapters.keys.publication.JwkSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A set that an object store or a web server serves. It is read from this address only, wherever the answer points. */
public final class HttpOrigin implements KeySetOrigin {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final HttpRequest request;
    private final Executor threads;

    public HttpOrigin(URI address, Executor threads) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", JwkSet.MEDIA_TYPE + ", application/json")
                .build();
        this.threads = threads;
    }

    @Override
    public CompletableFuture<String> fetch() {
        return client.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(HttpOrigin::text, threads);
    }

    private static String text(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the origin answered " + answer.statusCode());
            }
            return new String(body.readNBytes(JwkSet.MOST_CHARACTERS + 1), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
