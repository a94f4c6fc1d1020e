package io.motorpool.sandbox.bench.reservation;

import static java.util.Objects.requireNonNull;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The least that could answer a read over HTTP: the statement, its rows as JSON, and nothing else. No token is looked at,
 * nothing is validated, nobody's things are kept from anybody, no problem is explained, nothing is counted. What the
 * application costs beyond this is what it does for its callers; what this costs beyond the statement is HTTP.
 *
 * <p>A process of its own, as the application is: {@code main} listens until it is killed.
 */
final class BareServer {

    private static final int OK = 200;
    private static final int INTERNAL_ERROR = 500;
    private static final Duration LONGEST = Duration.ofDays(30).plusMinutes(10);

    private final Pool pool;
    private final UUID company;

    private BareServer(Pool pool, UUID company) {
        this.pool = pool;
        this.company = company;
    }

    /**
     * The settings come in the environment, because everybody may read a command line.
     *
     * @see BareProcess
     */
    public static void main(String... arguments) {
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));
        Pool pool = pool(vertx);
        UUID company = UUID.fromString(setting("BARE_COMPANY"));
        var _ = vertx.deployVerticle(
                () -> new Listening(new BareServer(pool, company)),
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
    }

    private static Pool pool(Vertx vertx) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(Integer.parseInt(setting("BARE_POOL"))))
                .connectingTo(PgConnectOptions.fromUri(setting("BARE_DATABASE"))
                        .setUser(setting("BARE_USER"))
                        .setPassword(setting("BARE_PASSWORD"))
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    /** One on each event loop. */
    private static final class Listening extends AbstractVerticle {

        private final BareServer server;

        Listening(BareServer server) {
            this.server = server;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(new HttpServerOptions().setHost("localhost"))
                    .requestHandler(server::answer)
                    .listen(Integer.parseInt(setting("BARE_PORT")))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("set " + name);
        }
        return value;
    }

    private void answer(HttpServerRequest request) {
        found(request)
                .onComplete(
                        rows -> send(request, json(rows)),
                        failed ->
                                request.response().setStatusCode(INTERNAL_ERROR).end(String.valueOf(failed)));
    }

    private static void send(HttpServerRequest request, String body) {
        request.response()
                .setStatusCode(OK)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    private Future<RowSet<Row>> found(HttpServerRequest request) {
        String asked = requireNonNull(request.path());
        String[] path = asked.split("/", -1);
        if (asked.endsWith("/availability")) {
            return pool.preparedQuery(Statements.AVAILABILITY)
                    .execute(
                            Tuple.of(at(request, "start"), at(request, "end"), UUID.fromString(path[path.length - 2])));
        }
        if (asked.endsWith("/reservations")) {
            OffsetDateTime from = at(request, "from");
            return pool.preparedQuery(Statements.SEARCH)
                    .execute(Tuple.of(
                            company,
                            UUID.fromString(request.getParam("vehicle")),
                            from,
                            from.minus(LONGEST),
                            at(request, "until"),
                            Integer.parseInt(request.getParam("limit")) + 1));
        }
        return pool.preparedQuery(Statements.ONE_RESERVATION).execute(Tuple.of(UUID.fromString(path[path.length - 1])));
    }

    private static OffsetDateTime at(HttpServerRequest request, String parameter) {
        return Instant.parse(request.getParam(parameter)).atOffset(ZoneOffset.UTC);
    }

    private static String json(RowSet<Row> rows) {
        JsonArray found = new JsonArray();
        rows.forEach(row -> found.add(row.toJson()));
        return found.encode();
    }
}
