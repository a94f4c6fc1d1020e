package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.api.UnexpectedAnswerException;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.load.Load;
import io.motorpool.sandbox.drill.load.Observations;
import io.motorpool.sandbox.drill.load.Seen;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.KafkaPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Kafka goes away under load and comes back. Reservations do not need it: facts wait in the outbox. So a node without
 * Kafka is ready as before; to take it away from its callers would make an outage of what is a delay. Whoever must know
 * of the delay has the meter {@code motorpool.relay.up}.
 */
public final class KafkaDrill implements Drill {

    private static final Scene.Size SIZE = new Scene.Size(24, 8);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(12);
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(20);
    private static final int CAUGHT_UP = 25;
    private static final String RELAY_UP = "motorpool_relay_up";

    /** One warning with its stack trace when the relay goes down, one line when it comes back; and room for a batch that was cut off. */
    private static final int LOG_LINES = 150;

    /** What the same work may take longer on a machine that does many other things. */
    private static final Duration NOISE = Duration.ofMillis(50);

    private final int rounds;
    private final Duration away;

    /**
     * @param rounds how often it goes
     * @param away for how long
     */
    public KafkaDrill(int rounds, Duration away) {
        this.rounds = rounds;
        this.away = away;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String summary() {
        return "stops Kafka under load, and looks whether reservations notice and whether facts catch up";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        Findings findings = new Findings();
        try (Scene scene = Scene.on(ground, SIZE, Map.of("MOTORPOOL_SWEEPS_EVERY", "1s"));
                ReadinessWatch readiness = ReadinessWatch.of(scene.node());
                Load load = scene.load(scene.node().url())) {
            Wait.pause(away.dividedBy(4));
            for (int round = 0; round < rounds; round++) {
                judge(scene, outage(scene), readiness, findings);
            }
            findings.addAll("clients notice nothing", load.end());
            findings.addAll(scene.verify());
            scene.report()
                    .line("log of the node", LogLines.of(scene.node().log()).summary());
        } catch (UnexpectedAnswerException unexpected) {
            findings.add("every answer is one to go on with", String.valueOf(unexpected.getMessage()));
        }
        return findings.lines();
    }

    /**
     * @param calm when the untroubled time before it began
     * @param noticed how long it took until the relay's meter showed it
     * @param changes how many were acknowledged meanwhile
     * @param waiting how many facts were in the outbox at the end
     * @param caughtUp how long it took afterwards until none waited but the newest
     * @param up how long it took from then until the relay's meter showed it
     * @param log what the node wrote from the beginning until then
     */
    private record Outage(
            Instant calm,
            Instant down,
            Instant gone,
            Instant end,
            Duration noticed,
            long changes,
            long waiting,
            Duration caughtUp,
            Duration up,
            LogLines log) {}

    private Outage outage(Scene scene) throws Exception {
        KafkaPart kafka = scene.parts().kafka();
        Instant calm = Instant.now();
        Wait.pause(away.dividedBy(2));
        Instant down = Instant.now();
        int logged = LogLines.of(scene.node().log()).lines().size();
        kafka.stop();
        Instant gone = Instant.now();
        long before = scene.ledger().steps();
        Duration noticed = Wait.until(NOTICED_WITHIN, () -> !relayIsUp(scene));
        Wait.pause(away.minus(noticed).isNegative() ? Duration.ZERO : away.minus(noticed));
        long changes = scene.ledger().steps() - before;
        long waiting = scene.committed().waiting();
        Instant end = Instant.now();
        kafka.start();
        Duration caughtUp = Wait.until(CAUGHT_UP_WITHIN, () -> scene.committed().waiting() < CAUGHT_UP);
        Duration up = Wait.until(CAUGHT_UP_WITHIN, () -> relayIsUp(scene));
        LogLines log = LogLines.of(scene.node().log()).since(logged);
        return new Outage(calm, down, gone, end, noticed, changes, waiting, caughtUp, up, log);
    }

    private static void judge(Scene scene, Outage outage, ReadinessWatch readiness, Findings findings) {
        List<Seen> meanwhile = scene.observations().askedWithin(outage.gone(), outage.end());
        compareLatency(scene, scene.observations().askedWithin(outage.calm(), outage.down()), meanwhile, findings);
        meanwhile.stream()
                .filter(Seen::leavesOpen)
                .forEach(seen -> findings.add("reservations go on", seen.toString()));
        findings.unless(outage.changes() > 0, "reservations go on", "none was made or changed");
        findings.unless(
                outage.waiting() >= outage.changes() * 9 / 10,
                "the outbox keeps what Kafka cannot take",
                "%d wait after %d".formatted(outage.waiting(), outage.changes()));
        findings.unless(
                readiness.between(outage.down(), outage.end()).stream().allMatch(ReadinessWatch.Look::ready),
                "a node without Kafka is ready",
                "it was not");
        findings.unless(
                outage.noticed().compareTo(NOTICED_WITHIN) < 0, "the meter of the relay shows it", "it does not");
        findings.unless(
                outage.caughtUp().compareTo(CAUGHT_UP_WITHIN) < 0, "facts catch up", "not within " + CAUGHT_UP_WITHIN);
        findings.unless(
                outage.up().compareTo(CAUGHT_UP_WITHIN) < 0, "the meter of the relay shows the end", "it does not");
        findings.unless(
                outage.log().lines().size() <= LOG_LINES,
                "the log is not flooded",
                outage.log().summary());
        scene.report()
                .line(
                        "Kafka away",
                        "%d ms, noticed after %d ms; %,d changes, %,d facts waited, caught up after %d ms"
                                .formatted(
                                        Duration.between(outage.gone(), outage.end())
                                                .toMillis(),
                                        outage.noticed().toMillis(),
                                        outage.changes(),
                                        outage.waiting(),
                                        outage.caughtUp().toMillis()));
        scene.report().line("  log meanwhile", outage.log().summary());
    }

    private static void compareLatency(Scene scene, List<Seen> before, List<Seen> meanwhile, Findings findings) {
        Duration usual = Observations.percentile(before, 0.5);
        Duration unusual = Observations.percentile(meanwhile, 0.5);
        Duration usualTail = Observations.percentile(before, 0.99);
        Duration unusualTail = Observations.percentile(meanwhile, 0.99);
        String figures = "p50 %d ms, p99 %d ms before; p50 %d ms, p99 %d ms without Kafka"
                .formatted(usual.toMillis(), usualTail.toMillis(), unusual.toMillis(), unusualTail.toMillis());
        findings.unless(
                unusual.compareTo(usual.multipliedBy(2).plus(NOISE)) <= 0
                        && unusualTail.compareTo(usualTail.multipliedBy(2).plus(NOISE)) <= 0,
                "answers take no longer",
                figures);
        scene.report().line("answers", figures);
    }

    private static boolean relayIsUp(Scene scene) throws Exception {
        return Metrics.of(scene.node()).value(RELAY_UP).orElse(0) > 0;
    }
}
