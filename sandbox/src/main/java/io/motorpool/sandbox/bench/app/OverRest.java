package io.motorpool.sandbox.bench.app;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.function.IntFunction;

/** The requests as a client of the public API sends them. */
final class OverRest implements Side {

    private static final int OK = 200;

    private final HttpClient http;
    private final int port;
    private final IntFunction<String> passes;

    /** @param passes what drivers show, by their number */
    OverRest(HttpClient http, int port, IntFunction<String> passes) {
        this.http = http;
        this.port = port;
        this.passes = passes;
    }

    @Override
    public Future<?> list(Town.Look look) {
        return get(
                "/zones/%s/vehicles?start=%s&end=%s&limit=%d".formatted(look.zone(), look.start(), look.end(), PAGE),
                passes.apply(look.driver()));
    }

    @Override
    public Future<?> map(Town.Box box) {
        return get(
                "/map/zones?layers=VIRTUAL_ZONES&box=%s,%s,%s,%s"
                        .formatted(box.west(), box.south(), box.east(), box.north()),
                passes.apply(0));
    }

    private Future<Buffer> get(String path, String pass) {
        RequestOptions options = new RequestOptions()
                .setHost("localhost")
                .setPort(port)
                .setMethod(HttpMethod.GET)
                .setURI("/api/v1" + path)
                .putHeader("Authorization", pass);
        return http.request(options).compose(HttpClientRequest::send).compose(OverRest::found);
    }

    private static Future<Buffer> found(HttpClientResponse response) {
        return response.statusCode() == OK
                ? response.body()
                : response.body().compose(said -> Future.failedFuture(response.statusCode() + " " + said));
    }
}
