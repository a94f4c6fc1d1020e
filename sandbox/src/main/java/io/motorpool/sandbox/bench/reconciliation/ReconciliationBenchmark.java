package io.motorpool.sandbox.bench.reconciliation;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Cost;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Machine;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.bench.Memory;
import io.motorpool.sandbox.bench.ProcessorTime;
import io.motorpool.sandbox.bench.SentStatements;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.legacy.Envelopes;
import io.motorpool.sandbox.legacy.LegacyFleet;
import io.motorpool.sandbox.legacy.LegacyTopic;
import io.motorpool.sandbox.legacy.LegacyTraffic;
import io.motorpool.sandbox.legacy.LegacyTraffic.Beginning;
import io.motorpool.sandbox.legacy.MigratedFleet;
import io.motorpool.sandbox.legacy.ReconciliationDesk;
import io.motorpool.sandbox.legacy.SpoiltStream;
import io.motorpool.sandbox.legacy.StoredVerdicts;
import io.motorpool.sandbox.legacy.Told;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.token.DemoCompany;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Years of the legacy system from its topic to the verdicts, beside somebody who reads and writes and thinks nothing. */
public final class ReconciliationBenchmark implements Benchmark {

    private static final int VEHICLES = 10_000;
    private static final int PARTITIONS = 3;
    private static final int ODDITIES = 20;
    private static final int FEW = 20;
    private static final double MICROS_PER_EVENT = 500;
    private static final double TIMES_LIMIT = 1 / 0.3;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public String summary() {
        return "changes of the legacy system from the topic to their verdicts, beside a bare listener";
    }

    @Override
    public Measured measure(Ground ground, Effort effort) throws Exception {
        try (Parts parts = ground.parts()) {
            parts.start();
            try (MotorpoolProcess node = ground.node(parts)
                            .with("MOTORPOOL_LEGACY_ENABLED", "true")
                            .with("MOTORPOOL_RECONCILIATION_COMPARED_EVERY", "1s");
                    LegacyTopic topic = LegacyTopic.at(parts.kafka().bootstrapServers(), PARTITIONS)) {
                node.migrate();
                node.start();
                DemoWorld.Company company = ground.demoData(node).company(DemoCompany.HANBIT);
                LegacyFleet fleet = MigratedFleet.of(
                        parts.postgres(), company.id(), company.zones().getFirst(), 1, VEHICLES);
                node.stop();
                ground.out().printf("Telling %,d changes%n", effort.events());
                long messages = tell(topic, fleet, effort.events());
                BareListener bare = new BareListener(parts);
                ground.out().println("Measuring: a bare listener");
                Duration reading = bare.read(messages);
                Duration writing = bare.readAndWrite(messages);
                ground.out().println("Measuring: from the topic to the verdicts");
                node.start();
                Run run = new Run(ground, parts, node, effort.events());
                run.toTheEnd();
                checkStatements(parts, topic, fleet, run);
                node.stop();
                ground.out().println("Measuring: the same statements, and nothing decided");
                try (SameStatements same = new SameStatements(parts)) {
                    Duration limit = same.listen(messages);
                    return new Measured(
                            setting(effort, messages),
                            List.of(),
                            figures(effort.events(), messages, new Beside(reading, writing, limit), run));
                }
            }
        }
    }

    private static long tell(LegacyTopic topic, LegacyFleet fleet, int events) {
        LegacyTraffic traffic = new LegacyTraffic(
                1, fleet, "BENCH", new LegacyTraffic.Mix(ODDITIES, true), Beginning.at(Instant.now()));
        return tell(topic, traffic, 0, events);
    }

    /** @param after so many that were told before */
    private static long tell(LegacyTopic topic, LegacyTraffic traffic, long after, int events) {
        long messages = 0;
        for (int i = 0; i < events; i++) {
            List<Told> told = Envelopes.of(traffic.next(), (after + i + 1) * SpoiltStream.APART);
            told.forEach(topic::tell);
            messages += told.size();
        }
        topic.flush();
        return messages;
    }

    /** A few changes more, so that what the limit is made of is what the application sends. */
    private static void checkStatements(Parts parts, LegacyTopic topic, LegacyFleet fleet, Run run)
            throws SQLException {
        LegacyTraffic traffic =
                new LegacyTraffic(2, fleet, "CHECK", new LegacyTraffic.Mix(0, false), Beginning.at(Instant.now()));
        try (SentStatements sent = new SentStatements(parts.postgres())) {
            sent.expect("hear a batch", Statements.OF_HEARING, () -> {
                long _ = tell(topic, traffic, run.events, FEW);
            });
            sent.expect("compare a batch", Statements.OF_COMPARING, () -> {
                long _ = run.desk.compareAll();
            });
        }
    }

    /** What the application is held against: who only reads, who writes a row for each message, and who sends the same. */
    private record Beside(Duration reading, Duration writing, Duration limit) {}

    /** From the first change that was stored to the last verdict. */
    private static final class Run {

        private final MotorpoolProcess node;
        private final StoredVerdicts stored;
        private final ReconciliationDesk desk;
        private final ProcessorTime time;
        private final long last;
        private final int events;
        private final List<Double> memory = new ArrayList<>();
        private Duration heard = Duration.ZERO;
        private Duration compared = Duration.ZERO;
        private Cost cost;

        Run(Ground ground, Parts parts, MotorpoolProcess node, int events) {
            this.node = node;
            this.stored = new StoredVerdicts(parts.postgres());
            this.desk = new ReconciliationDesk(
                    Api.at(node.url()).as(ground.tokens().division(UUID.randomUUID(), "OPERATOR")));
            this.time = new ProcessorTime(node.handle(), parts.postgres());
            this.events = events;
            this.last = events * SpoiltStream.APART;
            this.cost = time.get();
        }

        void toTheEnd() throws Exception {
            Cost before = time.get();
            long begin = System.nanoTime();
            while (stored.last() < last) {
                look(begin);
            }
            long seen = -1;
            while (stored.changes() < events && seen != stored.changes()) {
                seen = stored.changes();
                look(begin);
            }
            heard = Duration.ofNanos(System.nanoTime() - begin);
            long _ = desk.compareAll();
            compared = Duration.ofNanos(System.nanoTime() - begin);
            cost = time.get().minus(before);
            if (stored.changes() != events || stored.waiting() != 0) {
                throw new IllegalStateException("%,d of %,d changes were heard, %,d wait"
                        .formatted(stored.changes(), events, stored.waiting()));
            }
        }

        private void look(long begin) throws SQLException, InterruptedException {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("the application does not hear what it is told");
            }
            Thread.sleep(LOOK_EVERY);
            Memory.resident(node.handle()).ifPresent(memory::add);
        }

        /** After a tenth of the time the application is warm. */
        double memoryAt(double share) {
            return memory.isEmpty() ? 0 : memory.get((int) Math.min(memory.size() - 1, memory.size() * share));
        }
    }

    private static List<Figure> figures(int events, long messages, Beside beside, Run run) {
        double perEvent = micros(run.compared, events);
        return List.of(
                new Figure("end to end", perSecond(run.compared, events), "events/s", null),
                new Figure("end to end, an event", perEvent, "µs", MICROS_PER_EVENT),
                new Figure("heard and stored", perSecond(run.heard, events), "events/s", null),
                new Figure("bare consumer", perSecond(beside.reading, messages), "messages/s", null),
                new Figure("bare consumer and verdict insert", perSecond(beside.writing, messages), "messages/s", null),
                new Figure("end to end, times bare", perEvent / micros(beside.writing, messages), "times", null),
                new Figure("limit: the same statements", perSecond(beside.limit, events), "events/s", null),
                new Figure(
                        "end to end, times the limit", perEvent / micros(beside.limit, events), "times", TIMES_LIMIT),
                new Figure("CPU of the application, an event", micros(run.cost.application(), events), "µs", null),
                new Figure("CPU of the database, an event", micros(run.cost.database(), events), "µs", null),
                new Figure("memory after a tenth", run.memoryAt(0.1), "MiB", null),
                new Figure("memory after half", run.memoryAt(0.5), "MiB", null),
                new Figure("memory at the end", run.memoryAt(1), "MiB", null));
    }

    private static double perSecond(Duration took, long number) {
        return number / (took.toNanos() / 1e9);
    }

    private static double micros(Duration took, long number) {
        return took.toNanos() / 1e3 / number;
    }

    private static Map<String, String> setting(Effort effort, long messages) {
        Map<String, String> setting = new LinkedHashMap<>(Machine.describe());
        setting.put("application", String.join(" ", MotorpoolProcess.JVM_FLAGS));
        setting.put(
                "stream",
                "%,d changes in %,d messages on %d partitions, of %,d vehicles; %d of a thousand bookings are odd"
                        .formatted(effort.events(), messages, PARTITIONS, VEHICLES, ODDITIES));
        setting.put(
                "method",
                "one node; the topic is full before it starts; reservations are compared as they fall quiet (P14), the rest at"
                        + " the watermark over HTTP; the clock stops when none waits");
        setting.put(
                "bare",
                "the same topic read in the same batches, one verdict written for each message, one statement a batch");
        setting.put(
                "limit",
                "the same topic in the same batches, the statements that the application sends in the same transactions, two"
                        + " comparing at once when all is heard; nothing is decided");
        return setting;
    }
}
