package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Compared.Goal;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Question;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.bench.SentStatements;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.people.Login;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Refreshing beside the statements that it cannot do without: the same rows are locked, read and written. */
final class GoingOn {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Hall hall;
    private final Caller caller;
    private final Duration duration;
    private final PrintWriter out;
    private final Effort effort;

    GoingOn(Hall hall, Ground ground, Effort effort) {
        this.hall = hall;
        this.caller = new Caller(hall.http(), hall.node().port());
        this.duration = Duration.ofSeconds(effort.seconds());
        this.out = ground.out();
        this.effort = effort;
    }

    Compared measure(int clients) throws SQLException {
        out.printf("Measuring: refresh, %d clients%n", clients);
        List<String> tokens = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            tokens.add(signIn(hall.crowd().get(client)));
        }
        Question application = client -> refresh(tokens, client);
        compareStatements(application);
        Sample _ = hall.loop().run(application, clients, duration.dividedBy(2));
        Sample ofApplication = hall.loop().run(application, clients, duration);
        ofApplication.complaints().forEach(complaint -> out.println("  " + complaint));
        try (BareRotation bare = BareRotation.of(hall, clients, effort.pool())) {
            Sample _ = hall.loop().run(bare::rotate, clients, duration.dividedBy(2));
            Sample ofLimit = hall.loop().run(bare::rotate, clients, duration);
            ofLimit.complaints().forEach(complaint -> out.println("  " + complaint));
            return Compared.of("refresh", clients, ofApplication, ofLimit, Goal.NONE);
        }
    }

    private void compareStatements(Question application) throws SQLException {
        try (SentStatements sent = new SentStatements(hall.postgres())) {
            for (List<String> statements : BareRotation.statements()) {
                sent.expect(
                        "a refresh",
                        statements,
                        () -> application
                                .ask(0)
                                .toCompletionStage()
                                .toCompletableFuture()
                                .join());
            }
        }
    }

    private String signIn(Login login) {
        return caller.post(
                        "/sessions",
                        new JsonObject()
                                .put("email", login.email())
                                .put("password", login.password())
                                .put("device", "bench"),
                        CREATED)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .getString("refreshToken");
    }

    /** Each client has a session of its own and shows the token that it got last. */
    private Future<JsonObject> refresh(List<String> tokens, int client) {
        return caller.post("/sessions/refresh", new JsonObject().put("refreshToken", tokens.get(client)), OK)
                .onSuccess(answer -> tokens.set(client, answer.getString("refreshToken")));
    }
}
