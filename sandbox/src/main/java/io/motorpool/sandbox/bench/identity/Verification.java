package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.bench.ClosedLoop;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Question;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What verifying a token costs the application's process. A read of one reservation is asked with one token again and
 * again, and with a new one each time. The share of the verification is what the processor was seen at in between, of which
 * the framework's way to it is shown too. Beside it stands the difference between two requests that end right after it and
 * right before it, for something that does not exist, with a token and without one: the first does a little more than that.
 */
final class Verification {

    private static final int CLIENTS = 8;

    /** Long enough for the compiler: what is looked for is the difference of two small figures. */
    private static final int WARM_UPS = 2;

    private static final int OK = 200;
    private static final int NOBODY = 401;
    private static final int NOTHING = 404;
    private static final double PERCENT = 100;

    /** Where the framework begins to find out who asks, and where we verify. */
    private static final String AUTHENTICATION = "io.quarkus.vertx.http.runtime.security.HttpAuthenticator";

    private static final String VERIFIER = "io.motorpool.adapters.keys.verification.VerifiedAccessTokens";

    /** Of a read's processor time, what a token that was seen before may take at most. */
    private static final double MOST_OF_A_READ = 5.0;

    private final ClosedLoop loop;
    private final Caller caller;
    private final Tokens tokens;
    private final ProcessHandle node;
    private final PrintWriter out;
    private final Effort effort;
    private final UUID user = DemoUser.MEMBER.id();
    private final UUID company;
    private final String read;
    private final String nothing;
    private long failed;

    Verification(Hall hall, Ground ground, Effort effort) {
        this.loop = hall.loop();
        this.caller = new Caller(hall.http(), hall.node().port());
        this.tokens = ground.tokens();
        this.node = hall.node().handle();
        this.out = ground.out();
        this.effort = effort;
        this.company = hall.world().company(DemoCompany.HANBIT).id();
        this.read = "/reservations/"
                + hall.world().company(DemoCompany.HANBIT).reservations().getFirst();
        this.nothing = "/reservations/nothing";
    }

    List<Figure> measure() {
        String known = token();
        Question seen = _ -> caller.get(read, known, OK);
        Question fresh = _ -> caller.get(read, token(), OK);
        Question known404 = _ -> caller.get(nothing, known, NOTHING);
        Question fresh404 = _ -> caller.get(nothing, token(), NOTHING);
        Question nobody = _ -> caller.get(nothing, null, NOBODY);

        out.println("Warming up");
        for (int round = 0; round < WARM_UPS; round++) {
            for (Question question : List.of(seen, fresh, known404, fresh404, nobody)) {
                Sample _ = loop.run(question, CLIENTS, Duration.ofSeconds(effort.seconds()));
            }
        }
        double ofSeen = cost("a read with a token seen before", seen);
        double ofFresh = cost("a read with a token seen first", fresh);
        double ofKnown404 = cost("nothing, with a token seen before", known404);
        double ofFresh404 = cost("nothing, with a token seen first", fresh404);
        double ofNobody = cost("nothing, without a token", nobody);

        double verification = Math.max(0, ofKnown404 - ofNobody);
        FlightRecording ofReads = recorded("reads with a token seen before", seen);
        FlightRecording ofFreshReads = recorded("reads with a token seen first", fresh);
        return List.of(
                new Figure("read, token seen before", ofSeen, "us of CPU", null),
                new Figure("read, token seen first", ofFresh, "us of CPU", null),
                new Figure("no token at all (401)", ofNobody, "us of CPU", null),
                new Figure("verification, seen before", verification, "us of CPU", null),
                new Figure("verification, seen first", Math.max(0, ofFresh404 - ofNobody), "us of CPU", null),
                new Figure("  of a read's", PERCENT * verification / ofSeen, "%", null),
                new Figure("share of a read, seen before", ofReads.share(VERIFIER), "%", MOST_OF_A_READ),
                new Figure("  with the framework's way to it", ofReads.share(AUTHENTICATION), "%", null),
                new Figure("share of a read, seen first", ofFreshReads.share(VERIFIER), "%", null),
                new Figure("  samples", ofReads.samples() + ofFreshReads.samples(), "", null),
                new Figure("requests that went wrong", failed, "", 0.0));
    }

    private FlightRecording recorded(String what, Question question) {
        out.println("Recording: " + what);
        return FlightRecording.of(
                node,
                () -> failed += loop.run(question, CLIENTS, Duration.ofSeconds(effort.seconds()))
                        .failed());
    }

    private String token() {
        return tokens.business(user, company, "MEMBER");
    }

    /** Microseconds of the application's processor time for each request. */
    private double cost(String what, Question question) {
        out.println("Measuring: " + what);
        Duration whole = Duration.ofSeconds(effort.seconds());
        Sample sample = loop.run(question, CLIENTS, whole);
        sample.complaints().forEach(complaint -> out.println("  " + complaint));
        failed += sample.failed();
        return sample.perRequestMicros(sample.cost().application());
    }
}
