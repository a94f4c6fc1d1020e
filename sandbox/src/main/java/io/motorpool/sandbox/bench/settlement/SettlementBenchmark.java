package io.motorpool.sandbox.bench.settlement;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Machine;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Memory;
import io.motorpool.sandbox.bench.ProcessorTime;
import io.motorpool.sandbox.ground.Ground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole month of everybody by one press, one company by one press, and the workbooks that come and go. */
public final class SettlementBenchmark implements Benchmark {

    private static final String MONTH = "month";
    private static final String PRESS = "press";
    private static final String EXPORT = "export";
    private static final String IMPORT = "import";

    private static final double MOST_TIMES_BARE = 3;
    private static final double PRESS_MS = 500;
    private static final double EXPORT_TIMES_BARE = 1.3;
    private static final double IMPORT_MS = 2_000;
    private static final int PRESSED_ONE_BY_ONE = 20;
    private static final int EXPORTED = 50_000;
    private static final int IMPORTED = 10_000;

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public String summary() {
        return "a month of many companies beside the same work in SQL alone; workbooks beside the bare library";
    }

    @Override
    public Measured measure(Ground ground, Effort effort) throws Exception {
        try (Office office = Office.on(ground, effort)) {
            List<Figure> figures = new ArrayList<>();
            if (effort.covers(MONTH)) {
                figures.addAll(month(office, ground, effort));
            }
            office.start();
            if (effort.covers(PRESS)) {
                figures.addAll(press(office, ground, effort));
            }
            if (effort.covers(EXPORT)) {
                figures.addAll(export(office, ground));
            }
            if (effort.covers(IMPORT)) {
                figures.addAll(imported(office, ground));
            }
            Memory.highWater(office.node().handle())
                    .ifPresent(most -> figures.add(new Figure("memory, at most", most, "MiB", null)));
            return new Measured(setting(office, effort), List.of(), figures);
        }
    }

    private static List<Figure> month(Office office, Ground ground, Effort effort) throws Exception {
        ground.out().printf("Driving a month: %d companies, %d runs each%n", effort.companies(), effort.runs());
        office.drive(effort.companies(), effort.runs());
        ground.out().println("Measuring: the month in SQL alone");
        Duration bare = office.settleBare();
        office.start();
        ground.out().println("Measuring: the month by one press");
        var before = new ProcessorTime(office.node().handle(), office.postgres()).get();
        Press.Outcome pressed = office.press().settle(office.month(), office.companies(), Duration.ofSeconds(1));
        var cost = new ProcessorTime(office.node().handle(), office.postgres())
                .get()
                .minus(before);
        office.check(pressed, effort.companies());
        return List.of(
                seconds("month, by one press", pressed.took()),
                seconds("month, SQL alone", bare),
                new Figure("month, times SQL alone", times(pressed.took(), bare), "times", MOST_TIMES_BARE),
                seconds("month, CPU of the application", cost.application()),
                seconds("month, CPU of the database", cost.database()));
    }

    private static List<Figure> press(Office office, Ground ground, Effort effort) throws Exception {
        ground.out().println("Measuring: one company after the other, in three steps and by a press each");
        List<Duration> steps = new ArrayList<>();
        for (UUID company : office.moreCompanies(PRESSED_ONE_BY_ONE, effort.runs())) {
            steps.add(office.press().settleStepByStep(office.month(), company));
        }
        List<Duration> jobs = new ArrayList<>();
        for (UUID company : office.moreCompanies(PRESSED_ONE_BY_ONE, effort.runs())) {
            Press.Outcome pressed = office.press().settle(office.month(), List.of(company), Duration.ofMillis(5));
            office.check(pressed, 1);
            jobs.add(pressed.took());
        }
        return List.of(
                millis("one company, its steps, median", median(steps), PRESS_MS),
                millis("one company, its steps, slowest", slowest(steps), null),
                millis("one company, as a job, median", median(jobs), PRESS_MS),
                millis("one company, as a job, slowest", slowest(jobs), null));
    }

    private static List<Figure> export(Office office, Ground ground) throws Exception {
        ground.out().println("Measuring: a statement of 50,000 runs as a workbook");
        Office.Exported exported = office.exportOf(EXPORTED);
        return List.of(
                millis("export of 50,000, over HTTP", exported.application(), null),
                millis("export of 50,000, bare writer", exported.bare(), null),
                new Figure(
                        "export, times the bare writer",
                        times(exported.application(), exported.bare()),
                        "times",
                        EXPORT_TIMES_BARE));
    }

    private static List<Figure> imported(Office office, Ground ground) throws Exception {
        ground.out().println("Measuring: a workbook of 10,000 extra costs taken in");
        return List.of(millis("import of 10,000, over HTTP", office.importOf(IMPORTED), IMPORT_MS));
    }

    private static Figure seconds(String name, Duration took) {
        return new Figure(name, took.toMillis() / 1e3, "s", null);
    }

    private static Figure millis(String name, Duration took, @Nullable Double atMost) {
        return new Figure(name, took.toNanos() / 1e6, "ms", atMost);
    }

    private static double times(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }

    private static Duration slowest(List<Duration> all) {
        return all.stream().max(Duration::compareTo).orElseThrow();
    }

    static Duration median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static Map<String, String> setting(Office office, Effort effort) throws Exception {
        Map<String, String> setting = new LinkedHashMap<>(Machine.describe());
        setting.put(
                "application",
                "%1$s -Xms%2$dm -Xmx%2$dm".formatted(String.join(" ", MotorpoolProcess.JVM_FLAGS), Office.HEAP_MIB));
        setting.put("database", office.databaseSettings());
        setting.put("month", "%d companies, %d runs each, on ten routes".formatted(effort.companies(), effort.runs()));
        setting.put(
                "method",
                "over HTTP, one node, without the ERP; SQL alone first, on a copy of the same database; both write the"
                        + " same lines, which is checked");
        setting.put(
                "SQL alone",
                "one statement for each kind of row, into the same tables under the same constraints, by the same role");
        return setting;
    }
}
