package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Question;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.people.Login;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether somebody who guesses logins learns from the time that an answer takes who there is: a wrong password of somebody
 * who is there beside one of nobody, in turn, by one client.
 */
final class TurnedAway {

    private static final int REFUSED = 401;

    /** Each pair of turns sees the same machine: what changes slowly changes both. */
    private static final int TURNS = 8;

    private final Hall hall;
    private final Caller caller;
    private final Duration turn;
    private final PrintWriter out;
    private final AtomicInteger attempts = new AtomicInteger();

    TurnedAway(Hall hall, Ground ground, Effort effort) {
        this.hall = hall;
        this.caller = new Caller(hall.http(), hall.node().port());
        this.turn = Duration.ofSeconds(effort.seconds()).dividedBy(2);
        this.out = ground.out();
    }

    List<Figure> measure() {
        out.println("Measuring: a wrong password, and nobody");
        List<Login> crowd = hall.crowd();
        Question wrong =
                _ -> signIn(crowd.get(attempts.getAndIncrement() % crowd.size()).email());
        Question unknown = _ -> signIn("nobody-%d@motorpool.example".formatted(attempts.getAndIncrement()));
        Sample _ = hall.loop().run(wrong, 1, turn);
        Sample _ = hall.loop().run(unknown, 1, turn);
        Sample ofWrong = Sample.none();
        Sample ofUnknown = Sample.none();
        for (int round = 0; round < TURNS; round++) {
            ofWrong = ofWrong.plus(hall.loop().run(wrong, 1, turn));
            ofUnknown = ofUnknown.plus(hall.loop().run(unknown, 1, turn));
        }
        return List.of(
                new Figure(
                        "turned away, wrong password, p50", ofWrong.latencies().percentileMillis(50), "ms", null),
                new Figure("turned away, nobody, p50", ofUnknown.latencies().percentileMillis(50), "ms", null),
                new Figure(
                        "turned away, wrong password",
                        ofWrong.perRequestMicros(ofWrong.cost().application()),
                        "us of CPU",
                        null),
                new Figure(
                        "turned away, nobody",
                        ofUnknown.perRequestMicros(ofUnknown.cost().application()),
                        "us of CPU",
                        null),
                new Figure("  turned away otherwise", ofWrong.failed() + ofUnknown.failed(), "", 0.0));
    }

    private Future<JsonObject> signIn(String email) {
        return caller.post(
                "/sessions",
                new JsonObject()
                        .put("email", email)
                        .put("password", "not the one that was chosen")
                        .put("device", "bench"),
                REFUSED);
    }
}
