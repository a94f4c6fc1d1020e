package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.bench.BareProcess;
import io.motorpool.sandbox.bench.ClosedLoop;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Memory;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.bench.SentStatements;
import io.motorpool.sandbox.ground.Ground;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the application and the database alone the same things in turn, so that a slow minute hits both. Reads are asked of
 * a bare server too: it tells what HTTP costs from what the application does.
 */
final class Comparison implements AutoCloseable {

    private static final int TURNS = 2;
    private static final int CLIENTS_OF_WARM_UP = 8;
    private static final Duration RUN_UP = Duration.ofMillis(300);

    private final Arena arena;
    private final Passes passes;
    private final ThroughApplication application;
    private final ThroughDatabase limit;
    private final BareProcess bareProcess;
    private final ThroughApplication bare;
    private final ClosedLoop loop;
    private final List<Scenario> scenarios;
    private final Effort effort;
    private final PrintWriter out;
    private double mostResident;
    private long longestOutbox;

    Comparison(Arena arena, Fleet fleet, Ground ground, Effort effort) {
        this.arena = arena;
        this.passes = new Passes(ground.tokens(), fleet.company());
        this.application = arena.application(passes);
        this.limit = arena.limit(fleet);
        this.bareProcess = arena.startBare(fleet);
        this.bare = arena.bare(bareProcess, passes);
        this.loop = arena.loop();
        this.scenarios = Scenario.all(fleet);
        this.effort = effort;
        this.out = ground.out();
    }

    /** Whether the limit is made of what the application sends. */
    void check() throws SQLException {
        passes.refresh();
        try (SentStatements sent = new SentStatements(arena.postgres())) {
            for (Scenario scenario : scenarios) {
                sent.expect(scenario.name(), scenario.statements(), () -> askOnce(scenario));
            }
        }
    }

    private void askOnce(Scenario scenario) {
        var _ = scenario.to(application, 1)
                .ask(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    List<Compared> run() throws SQLException {
        List<Scenario> wanted = scenarios.stream()
                .filter(scenario -> effort.covers(scenario.name()))
                .toList();
        for (Scenario scenario : wanted) {
            warmUp(scenario);
        }
        List<Compared> compared = new ArrayList<>();
        for (Scenario scenario : wanted) {
            for (int clients : effort.clients()) {
                if (scenario.suits(clients)) {
                    compared.add(compare(scenario, clients));
                }
            }
        }
        return compared;
    }

    /** Long enough for the compiler of all JVMs; the application's has the most to do. */
    private void warmUp(Scenario scenario) throws SQLException {
        out.printf("Warming up: %s%n", scenario.name());
        Duration duration = Duration.ofSeconds(effort.seconds());
        passes.refresh();
        var _ = ask(scenario, limit, CLIENTS_OF_WARM_UP, duration.dividedBy(2));
        var _ = ask(scenario, application, CLIENTS_OF_WARM_UP, duration.multipliedBy(2));
        if (!scenario.writes()) {
            var _ = ask(scenario, bare, CLIENTS_OF_WARM_UP, duration.dividedBy(2));
        }
    }

    private Compared compare(Scenario scenario, int clients) throws SQLException {
        out.printf("Measuring: %s, %d clients%n", scenario.name(), clients);
        Duration turn = Duration.ofSeconds(effort.seconds()).dividedBy(TURNS);
        Sample ofLimit = Sample.none();
        Sample ofApplication = Sample.none();
        Sample ofBare = Sample.none();
        passes.refresh();
        for (int number = 0; number < TURNS; number++) {
            var _ = ask(scenario, limit, clients, RUN_UP);
            ofLimit = ofLimit.plus(ask(scenario, limit, clients, turn));
            var _ = ask(scenario, application, clients, RUN_UP);
            ofApplication = ofApplication.plus(ask(scenario, application, clients, turn));
            if (!scenario.writes()) {
                var _ = ask(scenario, bare, clients, RUN_UP);
                ofBare = ofBare.plus(ask(scenario, bare, clients, turn));
            }
        }
        Compared compared = Compared.of(scenario.name(), clients, ofApplication, ofLimit, scenario.goal(clients));
        return scenario.writes() ? compared : compared.beside(ofBare);
    }

    @Override
    public void close() {
        bareProcess.close();
    }

    private Sample ask(Scenario scenario, Side side, int clients, Duration duration) throws SQLException {
        Sample seen = loop.run(scenario.to(side, clients), clients, duration);
        seen.complaints().forEach(complaint -> out.println("  " + complaint));
        if (side == application) {
            Memory.resident(arena.node().handle())
                    .ifPresent(resident -> mostResident = Math.max(mostResident, resident));
            if (scenario.writes()) {
                longestOutbox = Math.max(longestOutbox, arena.outboxSize());
                arena.awaitEmptyOutbox();
            }
        }
        return scenario.writes() ? withWrongRounds(scenario, side, seen) : seen;
    }

    private Sample withWrongRounds(Scenario scenario, Side side, Sample seen) {
        long wrong = scenario.newWrongRounds(side);
        if (wrong > 0) {
            out.printf("  %d times not exactly one was granted what was asked for%n", wrong);
        }
        return seen.withFailed(wrong);
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (mostResident > 0) {
            figures.add(new Figure("memory, under load", mostResident, "MiB", 450.0));
        }
        Memory.highWater(arena.node().handle())
                .ifPresent(most -> figures.add(new Figure("memory, at most", most, "MiB", null)));
        figures.add(new Figure("outbox, at most", longestOutbox, "facts", null));
        return figures;
    }
}
