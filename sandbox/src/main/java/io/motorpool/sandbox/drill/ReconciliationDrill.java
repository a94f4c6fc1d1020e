package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.check.LiveRows;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.legacy.LegacyFleet;
import io.motorpool.sandbox.legacy.LegacyStep;
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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The legacy system's day is told twice: in order, and as badly as can be while the application that listens is killed again and
 * again. Both times must come to the same verdicts, and nothing that is live may have noticed.
 */
public final class ReconciliationDrill implements Drill {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int ALIVE_MILLIS = 12_000;
    private static final int PARTITIONS = 3;
    private static final long SEED = 20_261_130;
    private static final int ODDITIES = 60;

    private static final List<String> DELAYS = List.of(
            "motorpool_legacy_delay_seconds_count",
            "motorpool_legacy_delay_seconds_max",
            "kafka_consumer_fetch_manager_records_lag_max");

    private final int events;
    private final int kills;

    /**
     * @param events how many steps the legacy system takes
     * @param kills how often the application is killed while it hears of them the second time
     */
    public ReconciliationDrill(int events, int kills) {
        this.events = events;
        this.kills = kills;
    }

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public String summary() {
        return "tells the legacy system's changes twice, doubled and in disorder, kills the listener, and compares verdicts";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        try (Parts parts = ground.parts()) {
            parts.start();
            try (MotorpoolProcess node = ground.node(parts).with("MOTORPOOL_LEGACY_ENABLED", "true");
                    LegacyTopic topic = LegacyTopic.at(parts.kafka().bootstrapServers(), PARTITIONS)) {
                node.migrate();
                if (kills > 5) {
                    node.rehearse();
                }
                node.start();
                DemoWorld.Company company = ground.demoData(node).company(DemoCompany.HANBIT);
                return new Stand(ground, parts, node, topic, company).hold();
            }
        }
    }

    /** Everything is running. */
    private final class Stand {

        private final RandomGenerator dice = new SplittableRandom();
        private final Ground ground;
        private final MotorpoolProcess node;
        private final LegacyTopic topic;
        private final StoredVerdicts stored;
        private final LiveRows live;
        private final LegacyFleet first;
        private final LegacyFleet second;
        private final Report report;
        private final Findings findings = new Findings();

        Stand(Ground ground, Parts parts, MotorpoolProcess node, LegacyTopic topic, DemoWorld.Company company)
                throws Exception {
            this.ground = ground;
            this.node = node;
            this.topic = topic;
            this.stored = new StoredVerdicts(parts.postgres());
            this.live = new LiveRows(parts.postgres());
            int vehicles = Math.max(20, events / 50);
            this.first = MigratedFleet.of(
                    parts.postgres(), company.id(), company.zones().getFirst(), 1, vehicles);
            this.second = MigratedFleet.of(
                    parts.postgres(), company.id(), company.zones().getFirst(), 2, vehicles);
            this.report = new Report(ground.out());
            report.line("ground", "%,d steps, %d cars, log %s".formatted(events, vehicles, node.log()));
        }

        List<String> hold() throws Exception {
            Instant begin = Instant.now();
            Duration _ = Wait.until(PATIENCE, () -> live.untold() == 0);
            Map<String, String> before = live.digest();
            List<LegacyStep> steps = steps(first, "CLEAN", begin);
            hear(SpoiltStream.clean(steps), steps.size());
            checkMeters(steps.size());
            Map<String, String> clean = verdicts("CLEAN");
            report.line("told in order", counted(clean));
            findings.unless(
                    clean.values().stream().distinct().count() > 5,
                    "the day shows every kind of difference",
                    counted(clean).toString());

            SpoiltStream.Spoilt spoilt = SpoiltStream.of(steps(second, "SPOILT", begin), SEED);
            hearWhileDying(spoilt);
            Map<String, String> again = verdicts("SPOILT");
            report.line(
                    "told badly, killed %d times".formatted(kills),
                    "%,d messages, %d of which nobody understands"
                            .formatted(spoilt.stream().size(), spoilt.garbage()));
            report.line("  verdicts", counted(again));
            compare(clean, again);
            findings.unless(
                    stored.undecodable() == spoilt.garbage(),
                    "what nobody understands is kept once each",
                    "%d of %d".formatted(stored.undecodable(), spoilt.garbage()));
            findings.addAll("a shadow makes no live row", LiveRows.compare(before, live.digest()));
            report.line("live rows", "%d tables, none of them noticed".formatted(before.size()));
            return findings.lines();
        }

        private List<LegacyStep> steps(LegacyFleet fleet, String prefix, Instant begin) {
            LegacyTraffic traffic =
                    new LegacyTraffic(SEED, fleet, prefix, new LegacyTraffic.Mix(ODDITIES, true), Beginning.at(begin));
            return Stream.generate(traffic::next).limit(events).toList();
        }

        private void hear(List<Told> stream, int changes) throws Exception {
            stream.forEach(topic::tell);
            topic.flush();
            Duration took = Wait.until(PATIENCE, () -> stored.changes() >= changes);
            long compared = desk().compareAll();
            report.line(
                    "heard and compared",
                    "%,d changes in %d ms, %,d reservations".formatted(changes, took.toMillis(), compared));
            findings.unless(stored.waiting() == 0, "nothing waits in the end", stored.waiting() + " reservations");
        }

        /** The node has heard everything since it started, and nobody else compares. */
        private void checkMeters(int changes) throws Exception {
            Metrics metrics = Metrics.of(node);
            double heard = metrics.value("motorpool_legacy_heard_total").orElse(0);
            double verdicts =
                    metrics.value("motorpool_reconciliation_verdicts_total").orElse(0);
            findings.unless(heard == changes, "what is heard is counted", "%.0f of %,d".formatted(heard, changes));
            findings.unless(
                    verdicts >= stored.of("CLEAN").size(), "verdicts are counted", "%.0f verdicts".formatted(verdicts));
            for (String meter : DELAYS) {
                findings.unless(metrics.value(meter).isPresent(), "it can be seen how far behind it is", meter);
            }
        }

        /** Told in as many parts as it is killed, so that there is something to hear each time. */
        private void hearWhileDying(SpoiltStream.Spoilt spoilt) throws Exception {
            long before = stored.changes();
            List<Told> stream = spoilt.stream();
            int part = stream.size() / kills + 1;
            for (int kill = 0; kill < kills; kill++) {
                stream.subList(Math.min(stream.size(), kill * part), Math.min(stream.size(), (kill + 1) * part))
                        .forEach(topic::tell);
                topic.flush();
                Thread comparing = Thread.startVirtualThread(this::compareUntilDead);
                Wait.pause(Duration.ofMillis(dice.nextLong(ALIVE_MILLIS)));
                node.kill();
                comparing.join();
                node.start();
            }
            Duration _ = Wait.until(
                    PATIENCE,
                    () -> stored.changes() - before >= spoilt.changes() && stored.undecodable() >= spoilt.garbage());
            findings.unless(
                    stored.changes() - before == spoilt.changes(),
                    "every change is heard and kept once",
                    "%,d of %,d".formatted(stored.changes() - before, spoilt.changes()));
            long _ = desk().compareAll();
            findings.unless(stored.waiting() == 0, "nothing waits in the end", stored.waiting() + " reservations");
        }

        private void compareUntilDead() {
            try {
                while (true) {
                    long _ = desk().compareAll();
                    Wait.pause(Duration.ofMillis(50));
                }
            } catch (UncheckedIOException _) {
                // It was killed.
            } catch (RuntimeException failed) {
                findings.add("comparing goes on until it is killed", String.valueOf(failed.getMessage()));
            }
        }

        private Map<String, String> verdicts(String prefix) throws Exception {
            return stored.of(prefix);
        }

        private void compare(Map<String, String> clean, Map<String, String> again) {
            findings.unless(
                    again.keySet().equals(clean.keySet()),
                    "both times the same reservations are compared",
                    "%d and %d".formatted(clean.size(), again.size()));
            clean.forEach((number, verdict) -> findings.unless(
                    verdict.equals(again.get(number)),
                    "both times the verdict is the same",
                    "%s: %s, then %s".formatted(number, verdict, again.get(number))));
        }

        private ReconciliationDesk desk() {
            String token = ground.tokens().division(UUID.randomUUID(), "OPERATOR");
            return new ReconciliationDesk(Api.at(node.url()).as(token));
        }

        private static Map<String, Long> counted(Map<String, String> verdicts) {
            return verdicts.values().stream()
                    .collect(Collectors.groupingBy(signature -> signature, TreeMap::new, Collectors.counting()));
        }
    }
}
