package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Compared.Goal;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Question;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.people.Login;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signing in beside the password's hash alone, by as many at once as the application lets hash. Nothing else in it should
 * count.
 */
final class SigningIn {

    private static final int CREATED = 201;

    /** As the application has it: passwords take half of the processors at most. */
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Hall hall;
    private final Caller caller;
    private final BareArgon2 bare;
    private final Duration duration;
    private final PrintWriter out;

    SigningIn(Hall hall, Ground ground, Effort effort) {
        this.hall = hall;
        this.caller = new Caller(hall.http(), hall.node().port());
        this.bare = new BareArgon2(hall.hash());
        this.duration = Duration.ofSeconds(effort.seconds());
        this.out = ground.out();
    }

    Compared measure(int clients) {
        out.printf("Measuring: sign-in, %d clients%n", clients);
        List<Login> crowd = hall.crowd();
        AtomicInteger turn = new AtomicInteger();
        Question application = _ -> signIn(crowd.get(turn.getAndIncrement() % crowd.size()));
        WorkerExecutor threads = hall.vertx().createSharedWorkerExecutor("bare-argon2", AT_ONCE);
        Question limit =
                _ -> threads.executeBlocking(() -> bare.hash(crowd.getFirst().password()), false);
        Sample _ = hall.loop().run(application, clients, duration.dividedBy(2));
        Sample ofApplication = hall.loop().run(application, clients, duration);
        ofApplication.complaints().forEach(complaint -> out.println("  " + complaint));
        Sample _ = hall.loop().run(limit, clients, duration.dividedBy(2));
        Sample ofLimit = hall.loop().run(limit, clients, duration);
        var _ = threads.close().toCompletionStage().toCompletableFuture().join();
        return Compared.of("sign-in", clients, ofApplication, ofLimit, Goal.NONE);
    }

    private Future<JsonObject> signIn(Login login) {
        return caller.post(
                "/sessions",
                new JsonObject()
                        .put("email", login.email())
                        .put("password", login.password())
                        .put("device", "bench"),
                CREATED);
    }
}
