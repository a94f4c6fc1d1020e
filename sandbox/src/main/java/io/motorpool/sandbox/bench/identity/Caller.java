package io.motorpool.sandbox.bench.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as a client of the public API does, each from another network: what is limited by network is not what
 * is measured.
 */
final class Caller {

    private static final int LAST_NETWORK = (1 << 16) - 1;

    private final HttpClient http;
    private final int port;
    private final AtomicInteger network = new AtomicInteger();

    Caller(HttpClient http, int port) {
        this.http = http;
        this.port = port;
    }

    Future<Buffer> get(String path, @Nullable String token, int expected) {
        RequestOptions options = options(HttpMethod.GET, path);
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        return http.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().compose(body -> expect(expected, response.statusCode(), body)));
    }

    Future<JsonObject> post(String path, JsonObject body, int expected) {
        RequestOptions options = options(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
        return http.request(options)
                .compose(request -> request.send(body.toBuffer()))
                .compose(response -> response.body().compose(said -> expect(expected, response.statusCode(), said)))
                .map(Buffer::toJsonObject);
    }

    private static Future<Buffer> expect(int expected, int status, Buffer body) {
        return status == expected ? Future.succeededFuture(body) : Future.failedFuture(status + " " + body);
    }

    private RequestOptions options(HttpMethod method, String path) {
        int number = network.incrementAndGet() & LAST_NETWORK;
        return new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(method)
                .setURI("/api/v1" + path)
                .putHeader("X-Forwarded-For", "10.%d.%d.1".formatted(number & 255, number >> 8));
    }
}
