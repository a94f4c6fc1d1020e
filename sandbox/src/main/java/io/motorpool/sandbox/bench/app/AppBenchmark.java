package io.motorpool.sandbox.bench.app;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.BareProcess;
import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Compared.Goal;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Machine;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Memory;
import io.motorpool.sandbox.bench.Question;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.bench.SentStatements;
import io.motorpool.sandbox.ground.Ground;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/** The map and the list of vehicles over 500 zones and 10,000 vehicles, beside the same SQL alone. */
public final class AppBenchmark implements Benchmark {

    private static final int PER_SECOND = 200;
    private static final int TURNS = 2;
    private static final int CLIENTS_OF_WARM_UP = 8;
    private static final Goal SHARE = new Goal(0.6, null);
    private static final double MOST_P99_MS = 25;

    private static final List<Kind> KINDS = List.of(
            new Kind("list", Statements.OF_LIST, (town, turn) -> side -> side.list(town.look(turn))),
            new Kind("map", Statements.OF_MAP, (town, turn) -> side -> side.map(town.box(turn))));

    /** One kind of question. */
    private record Kind(String name, List<String> statements, BiFunction<Town, Long, Asking> asking) {

        Question to(Side side, Town town, AtomicLong turns) {
            return _ -> asking.apply(town, turns.getAndIncrement()).ask(side);
        }
    }

    @FunctionalInterface
    private interface Asking {
        Future<?> ask(Side side);
    }

    @Override
    public String name() {
        return "app";
    }

    @Override
    public String summary() {
        return "zones on the map and vehicles of a zone, beside the same SQL alone; at 200 requests a second and at most";
    }

    @Override
    public Measured measure(Ground ground, Effort effort) throws Exception {
        try (Square square = Square.on(ground, effort)) {
            ground.out().println("Filling the database");
            Town town = square.fill();
            Passes passes = new Passes(ground.tokens(), town.company());
            passes.refresh();
            Map<String, Side> edges = new LinkedHashMap<>();
            edges.put("REST", square.overRest(passes));
            edges.put("gRPC", square.overGrpc(passes));
            try (BareProcess bare = square.startBare(town)) {
                return measured(new Run(
                        square,
                        town,
                        passes,
                        edges,
                        square.overDatabase(town),
                        square.bare(bare),
                        effort,
                        ground.out(),
                        new AtomicLong()));
            }
        }
    }

    private static Measured measured(Run run) throws SQLException, IOException {
        run.check();
        List<Compared> compared = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (run.effort().covers(kind.name())) {
                run.warmUp(kind);
                figures.addAll(run.atTheRate(kind));
                compared.addAll(run.atMost(kind));
            }
        }
        figures.addAll(run.ofTheNode());
        return new Measured(setting(run.effort()), compared, figures);
    }

    private record Run(
            Square square,
            Town town,
            Passes passes,
            Map<String, Side> edges,
            Side limit,
            Side bare,
            Effort effort,
            PrintWriter out,
            AtomicLong turns) {

        /** Whether the limit is made of what the application sends. */
        void check() throws SQLException {
            try (SentStatements sent = new SentStatements(square.postgres())) {
                for (Kind kind : KINDS) {
                    edges.forEach((edge, side) -> kind.statements()
                            .forEach(statement -> sent.expect(
                                    kind.name() + " over " + edge, List.of(statement), () -> once(kind, side))));
                }
            }
        }

        private void once(Kind kind, Side side) {
            var _ = kind.to(side, town, turns)
                    .ask(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        /** Long enough for the compiler of both JVMs; the application's has the most to do. */
        void warmUp(Kind kind) {
            out.printf("Warming up: %s%n", kind.name());
            Duration duration = Duration.ofSeconds(effort.seconds());
            var _ = closed(kind, limit, CLIENTS_OF_WARM_UP, duration.dividedBy(2));
            var _ = closed(kind, bare, CLIENTS_OF_WARM_UP, duration.dividedBy(2));
            edges.values().forEach(side -> {
                var _ = closed(kind, side, CLIENTS_OF_WARM_UP, duration.multipliedBy(3));
            });
        }

        List<Figure> atTheRate(Kind kind) {
            List<Figure> figures = new ArrayList<>();
            edges.forEach((edge, side) -> {
                passes.refresh();
                out.printf("Measuring: %s over %s, %d requests a second%n", kind.name(), edge, PER_SECOND);
                Sample seen = square.openLoop()
                        .run(
                                kind.to(side, town, turns),
                                PER_SECOND,
                                Duration.ofSeconds(effort.seconds()).multipliedBy(2));
                seen.complaints().forEach(complaint -> out.println("  " + complaint));
                String what = "%s over %s at %d/s, ".formatted(kind.name(), edge, PER_SECOND);
                figures.add(new Figure(what + "p50", seen.latencies().percentileMillis(50), "ms", null));
                figures.add(new Figure(what + "p99", seen.latencies().percentileMillis(99), "ms", MOST_P99_MS));
                figures.add(new Figure(what + "at most", seen.latencies().percentileMillis(100), "ms", null));
                figures.add(new Figure(what + "failed", seen.failed(), "requests", 0.0));
            });
            return figures;
        }

        List<Compared> atMost(Kind kind) {
            List<Compared> compared = new ArrayList<>();
            for (int clients : effort.clients()) {
                edges.forEach((edge, side) -> compared.add(compare(kind, edge, side, clients)));
            }
            return compared;
        }

        private Compared compare(Kind kind, String edge, Side side, int clients) {
            out.printf("Measuring: %s over %s, %d clients%n", kind.name(), edge, clients);
            passes.refresh();
            Duration turn = Duration.ofSeconds(effort.seconds()).dividedBy(TURNS);
            Sample ofLimit = Sample.none();
            Sample ofApplication = Sample.none();
            Sample ofBare = Sample.none();
            for (int number = 0; number < TURNS; number++) {
                ofLimit = ofLimit.plus(closed(kind, limit, clients, turn));
                ofApplication = ofApplication.plus(closed(kind, side, clients, turn));
                ofBare = ofBare.plus(closed(kind, bare, clients, turn));
            }
            return Compared.of(kind.name() + " over " + edge, clients, ofApplication, ofLimit, SHARE)
                    .beside(ofBare);
        }

        private Sample closed(Kind kind, Side side, int clients, Duration duration) {
            Sample seen = square.closedLoop().run(kind.to(side, town, turns), clients, duration);
            seen.complaints().forEach(complaint -> out.println("  " + complaint));
            return seen;
        }

        List<Figure> ofTheNode() throws IOException {
            List<Figure> figures = new ArrayList<>();
            figures.add(new Figure("warnings of a blocked event loop", square.blockedEventLoops(), "lines", 0.0));
            Memory.highWater(square.node().handle())
                    .ifPresent(most -> figures.add(new Figure("memory, at most", most, "MiB", null)));
            return figures;
        }
    }

    private static Map<String, String> setting(Effort effort) {
        Map<String, String> setting = new LinkedHashMap<>(Machine.describe());
        setting.put("application", String.join(" ", MotorpoolProcess.JVM_FLAGS));
        setting.put("connections", effort.pool() + " for the application and as many for its limit");
        setting.put(
                "content",
                "%d zones, %d vehicles; a list is a page of %d vehicles, a map some 50 zones"
                        .formatted(Town.ZONES, Town.ZONES * Town.PER_ZONE, Side.PAGE));
        setting.put(
                "method",
                "an open loop of %d requests a second for %d s, counted from when each was due; then a closed loop, %d s a side, "
                                .formatted(PER_SECOND, 2 * effort.seconds(), effort.seconds())
                        + "application and limit in turn, all on this machine");
        setting.put(
                "limit",
                "the statements that the application sends, one after the other, through the reactive client alone");
        setting.put("bare", "the same statements behind a server of HTTP that does nothing else");
        return setting;
    }
}
