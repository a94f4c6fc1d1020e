package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Machine;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Memory;
import io.motorpool.sandbox.ground.Ground;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole story of reservations: how fast one starts to take them, how many it takes, and what that costs. */
public final class ReservationBenchmark implements Benchmark {

    /** What to ask for to have these figures too, in a list of {@code --only}. */
    private static final String START = "start";

    private static final Duration AT_REST = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "reservations";
    }

    @Override
    public String summary() {
        return "requests about reservations, each beside the same SQL alone; start-up and memory";
    }

    @Override
    public Measured measure(Ground ground, Effort effort) throws Exception {
        try (Arena arena = Arena.on(ground, effort)) {
            ground.out().println("Filling the database");
            Fleet fleet = arena.fill();
            List<Figure> figures = new ArrayList<>();
            if (effort.covers(START)) {
                ground.out().println("Starting and stopping");
                figures.addAll(startUps(arena.node()));
            }
            arena.node().start();
            ground.out()
                    .println("Measuring the application, process "
                            + arena.node().handle().pid());
            try (Comparison comparison = new Comparison(arena, fleet, ground, effort)) {
                comparison.check();
                Arena.pause(AT_REST);
                Memory.resident(arena.node().handle())
                        .ifPresent(idle -> figures.add(new Figure("memory, idle", idle, "MiB", 300.0)));
                List<Compared> compared = comparison.run();
                figures.addAll(comparison.figures());
                return new Measured(setting(arena, effort), compared, figures);
            }
        }
    }

    private static List<Figure> startUps(MotorpoolProcess node) {
        double plain = StartUps.medianMillis(node);
        node.rehearse();
        double cached = StartUps.medianMillis(node);
        return List.of(
                new Figure("ready after, without cache", plain, "ms", 4_000.0),
                new Figure("ready after, with AOT cache", cached, "ms", 2_000.0));
    }

    private static Map<String, String> setting(Arena arena, Effort effort) throws SQLException {
        Map<String, String> setting = new LinkedHashMap<>(Machine.describe());
        setting.put("application", String.join(" ", MotorpoolProcess.JVM_FLAGS));
        setting.put("start-up cache", effort.covers(START) ? "read" : "none");
        setting.put("database", arena.databaseSettings());
        setting.put("connections", effort.pool() + " for the application and as many for its limit");
        setting.put(
                "method",
                "closed loop, keep-alive, %d s a side after warm-up, application and limit in turn, all on this machine"
                        .formatted(effort.seconds()));
        setting.put(
                "limit",
                "the statements that the application sends, in the same transactions, through the reactive client alone");
        setting.put(
                "bare", "the same statements behind a Vert.x server that does nothing else, in a process of its own");
        return setting;
    }
}
