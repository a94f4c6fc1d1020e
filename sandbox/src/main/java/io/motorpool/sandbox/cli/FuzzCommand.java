package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.fuzz.FuzzTarget;
import io.motorpool.sandbox.fuzz.Fuzzer;
import io.motorpool.sandbox.fuzz.Fuzzers;
import io.motorpool.sandbox.fuzz.Visitors;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.people.Crowd;
import io.motorpool.sandbox.people.Login;
import io.motorpool.sandbox.people.Residents;
import io.motorpool.sandbox.time.Hourglass;
import io.motorpool.sandbox.time.TimeStandsStillException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fuzz",
        description =
                "Sends senseless requests to an instance of its own, where it can be anybody, and looks for answers that"
                        + " nobody should get (exit status 1 when found).",
        mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {

    /** Enough for every client to lock some out. */
    private static final int VISITORS = 512;

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which kind (default: all of them).")
    private @Nullable String name;

    @Option(names = "--list", description = "Lists the kinds instead.")
    private boolean list;

    @Option(names = "--requests", defaultValue = "100000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(names = "--seed", description = "Repeats the run that printed this seed.")
    private @Nullable Long seed;

    @Option(
            names = "--stay",
            description = "Leaves its own instance running afterwards, for the commands of the report; Ctrl-C ends it.")
    private boolean stay;

    FuzzCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            desk.out().println(Fuzzers.ALL.listing());
            return ExitCode.OK;
        }
        List<Fuzzer> chosen = chosen();
        if (chosen.isEmpty()) {
            desk.err().println(Fuzzers.ALL.unknown(String.valueOf(name)));
            return ExitCode.USAGE;
        }
        return onGroundOfItsOwn(chosen) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean onGroundOfItsOwn(List<Fuzzer> chosen) throws Exception {
        Ground ground = Ground.cleared(desk.folder().ground("fuzz"), desk.application(), desk.out());
        try (Parts parts = ground.parts();
                MotorpoolProcess node = ground.node(parts)) {
            parts.start();
            node.migrate();
            node.start();
            boolean clean = run(
                    chosen,
                    new FuzzTarget(
                            node.url(),
                            ground.tokens(),
                            visitors(node, parts),
                            Optional.of(node.log()),
                            Optional.of((vehicle, time) -> pass(new Hourglass(parts.postgres()), vehicle, time)),
                            ground.folder(),
                            seed(),
                            requests,
                            desk.out()));
            if (stay) {
                desk.out().printf("It stays at %s, with its log in %s. Ctrl-C ends it.%n", node.url(), node.log());
                desk.out().flush();
                new CountDownLatch(1).await();
            }
            return clean;
        }
    }

    private static Visitors visitors(MotorpoolProcess node, Parts parts) {
        Login first = Residents.letInFirst(Api.at(node.url()), parts.mail(), node::inviteFirstOperator);
        Crowd crowd = Crowd.like(first, VISITORS, parts.postgres());
        return new Visitors(crowd.logins(), Optional.of(parts.mail()));
    }

    private boolean run(List<Fuzzer> chosen, FuzzTarget target) throws Exception {
        boolean clean = true;
        for (Fuzzer fuzzer : chosen) {
            desk.out().printf("%s (seed %d)%n", fuzzer.name(), target.seed());
            desk.out().flush();
            clean &= Verdict.print(desk, fuzzer.run(target));
        }
        return clean;
    }

    private long seed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
    }

    private List<Fuzzer> chosen() {
        if (name == null) {
            return Fuzzers.ALL.entries();
        }
        Optional<Fuzzer> found = Fuzzers.ALL.find(name);
        return found.map(List::of).orElse(List.of());
    }

    /** Where time stands still, what comes after a while comes too early, and is refused. */
    private static void pass(Hourglass hourglass, UUID vehicle, Duration time) {
        try {
            hourglass.pass(vehicle, time);
        } catch (TimeStandsStillException _) {
            // The next request says so.
        }
    }
}
