package io.motorpool.sandbox.bench;

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
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The least that could answer a read over HTTP: the statements, their rows as JSON, and nothing else. No token is looked at,
 * nothing is validated, nobody's things are kept from anybody, no problem is explained, nothing is counted. What the
 * application costs beyond this is what it does for its callers; what this costs beyond the statements is HTTP.
 *
 * <p>A process of its own, as the application is: it listens until it is killed.
 *
 * @see BareProcess
 */
public final class BareServer {

    private static final int OK = 200;
    private static final int INTERNAL_ERROR = 500;

    private BareServer() {}

    /** What is asked of the database for a request. */
    @FunctionalInterface
    public interface Questions {
        Future<RowSet<Row>> ask(HttpServerRequest request);
    }

    /**
     * The settings come in the environment, because everybody may read a command line.
     *
     * @param questions with these connections, about this company
     */
    public static void listen(BiFunction<Pool, UUID, Questions> questions) {
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));
        Questions asked = questions.apply(pool(vertx), UUID.fromString(setting("BARE_COMPANY")));
        var _ = vertx.deployVerticle(
                () -> new Listening(asked),
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

        private final Questions questions;

        Listening(Questions questions) {
            this.questions = questions;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(new HttpServerOptions().setHost("localhost"))
                    .requestHandler(request -> answer(request, questions))
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

    private static void answer(HttpServerRequest request, Questions questions) {
        questions
                .ask(request)
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

    private static String json(RowSet<Row> rows) {
        JsonArray found = new JsonArray();
        rows.forEach(row -> found.add(row.toJson()));
        return found.encode();
    }
}
