package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.bench.reservation.Fleet.Wish;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.UUID;

/** The requests as a client of the public API sends them. */
final class ThroughApplication implements Side {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final int port;
    private final Passes passes;

    ThroughApplication(HttpClient http, int port, Passes passes) {
        this.http = http;
        this.port = port;
        this.passes = passes;
    }

    @Override
    public Future<Boolean> reserve(Wish wish, String key) {
        String body = "{\"vehicle\":\"" + wish.vehicle() + "\",\"start\":\"" + wish.start() + "\",\"end\":\""
                + wish.end() + "\",\"corporate\":true}";
        RequestOptions options = request(HttpMethod.POST, "/reservations", passes.ofDriver(wish.driver()))
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", key);
        return http.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body().compose(said -> granted(response.statusCode(), said)));
    }

    private static Future<Boolean> granted(int status, Buffer body) {
        if (status == CREATED) {
            return Future.succeededFuture(true);
        }
        return status == CONFLICT && body.toString().contains("\"code\":\"vehicle-taken\"")
                ? Future.succeededFuture(false)
                : Future.failedFuture(status + " " + body);
    }

    @Override
    public Future<?> read(int reservation) {
        return get("/reservations/" + Fleet.reservation(reservation), passes.ofDriver(reservation / Fleet.PER_VEHICLE));
    }

    @Override
    public Future<?> availability(int vehicle, Instant from, Instant until) {
        return get(
                "/vehicles/" + Fleet.vehicle(vehicle) + "/availability?start=" + from + "&end=" + until,
                passes.ofDriver(vehicle));
    }

    @Override
    public Future<?> search(UUID company, int vehicle, Instant from, Instant until) {
        return get(
                "/reservations?vehicle=" + Fleet.vehicle(vehicle) + "&from=" + from + "&until=" + until + "&limit="
                        + PAGE,
                passes.ofAdministrator());
    }

    private Future<Buffer> get(String path, String pass) {
        return http.request(request(HttpMethod.GET, path, pass))
                .compose(HttpClientRequest::send)
                .compose(ThroughApplication::found);
    }

    private static Future<Buffer> found(HttpClientResponse response) {
        return response.statusCode() == OK
                ? response.body()
                : response.body().compose(said -> Future.failedFuture(response.statusCode() + " " + said));
    }

    private RequestOptions request(HttpMethod method, String path, String pass) {
        return new RequestOptions()
                .setHost("localhost")
                .setPort(port)
                .setMethod(method)
                .setURI("/api/v1" + path)
                .putHeader("Authorization", pass);
    }
}
