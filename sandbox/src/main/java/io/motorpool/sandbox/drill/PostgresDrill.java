package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.api.UnexpectedAnswerException;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.load.Load;
import io.motorpool.sandbox.drill.load.Observations;
import io.motorpool.sandbox.drill.load.Seen;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The database goes away under load, in order or at once, and comes back. */
public final class PostgresDrill implements Drill {

    private static final Scene.Size SIZE = new Scene.Size(24, 12);

    /** Nobody waits longer for an answer, whatever it is. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    /** After the database takes connections again. */
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(2);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(3);
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(5);
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(5);
    private static final int CAUGHT_UP = 25;
    private static final Duration PRESSURE = Duration.ofSeconds(2);

    /** In which way it goes. */
    public enum Fall {
        STOPPED(PostgresPart::stop),
        ABORTED(PostgresPart::abort),
        KILLED(PostgresPart::kill);

        private final Consumer<PostgresPart> way;

        Fall(Consumer<PostgresPart> way) {
            this.way = way;
        }
    }

    private final List<Fall> falls;
    private final Duration calm;

    /**
     * @param falls in which ways it goes, one after the other
     * @param calm for how long it works before it goes, and for how long it is away
     */
    public PostgresDrill(List<Fall> falls, Duration calm) {
        this.falls = List.copyOf(falls);
        this.calm = calm;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String summary() {
        return "stops, aborts and kills PostgreSQL under load, and looks at what is answered meanwhile and afterwards";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        Findings findings = new Findings();
        try (Scene scene = Scene.on(ground, SIZE, Map.of("MOTORPOOL_SWEEPS_EVERY", "1s"));
                ReadinessWatch readiness = ReadinessWatch.of(scene.node())) {
            long connections = pressure(scene);
            try (Load load = scene.load(scene.node().url())) {
                DueSteps due = new DueSteps(scene);
                for (Fall fall : falls) {
                    Wait.pause(calm);
                    judge(scene, outage(scene, fall, due), readiness, findings);
                }
                findings.addAll("clients can go on after an outage", load.end());
            }
            checkAnswers(scene.observations().all(), findings);
            checkConnections(scene, connections, findings);
            findings.addAll(scene.verify());
            scene.report()
                    .line("log of the node", LogLines.of(scene.node().log()).summary());
        } catch (UnexpectedAnswerException unexpected) {
            findings.add("every answer is one to go on with", String.valueOf(unexpected.getMessage()));
        }
        return findings.lines();
    }

    /**
     * @param back when the database took connections again
     * @param swept how long it took from then until the sweep had done what was due
     * @param drained how long it took from then until no facts waited but the newest
     */
    private record Outage(Fall fall, Instant down, Instant gone, Instant back, Duration swept, Duration drained) {

        String name() {
            return fall.name().toLowerCase(Locale.ROOT);
        }
    }

    private Outage outage(Scene scene, Fall fall, DueSteps due) throws Exception {
        PostgresPart postgres = scene.parts().postgres();
        Instant down = Instant.now();
        fall.way.accept(postgres);
        Instant gone = Instant.now();
        Wait.pause(calm);
        CompletableFuture<Void> starting = CompletableFuture.runAsync(postgres::start);
        Duration _ = Wait.until(BACK_WITHIN, () -> takesConnections(postgres));
        Instant back = Instant.now();
        var _ = starting.join();
        Duration swept = due.await(due.noShows(1), SWEPT_WITHIN);
        Duration drained = Wait.until(DELIVERED_WITHIN, () -> scene.committed().waiting() < CAUGHT_UP);
        Wait.pause(RECOVERED_WITHIN);
        return new Outage(fall, down, gone, back, swept, drained);
    }

    private static void judge(Scene scene, Outage outage, ReadinessWatch readiness, Findings findings) {
        Observations seen = scene.observations();
        String how = outage.name();
        Duration answering = after(outage.back(), seen.firstAnswered(outage.gone(), Seen::succeeded));
        Duration refusing = after(outage.back(), lastLeftOpen(seen));
        Duration noticed = after(outage.gone(), readiness.first(outage.down(), look -> !look.ready()));
        Duration ready = after(outage.back(), readiness.first(outage.gone(), ReadinessWatch.Look::ready));
        within(RECOVERED_WITHIN, answering, "it answers again", how, findings);
        within(RECOVERED_WITHIN, refusing, "nobody is turned away any more", how, findings);
        within(NOTICED_WITHIN, noticed, "readiness goes down", how, findings);
        within(NOTICED_WITHIN, ready, "readiness comes up", how, findings);
        within(SWEPT_WITHIN, outage.swept(), "sweeps go on", how, findings);
        within(DELIVERED_WITHIN, outage.drained(), "the relay goes on", how, findings);
        scene.report()
                .line(
                        how,
                        "away %d ms; from then on (ms): first success %d, last refusal %d, ready %d, swept %d"
                                .formatted(
                                        Duration.between(outage.gone(), outage.back())
                                                .toMillis(),
                                        answering.toMillis(),
                                        refusing.toMillis(),
                                        ready.toMillis(),
                                        outage.swept().toMillis()));
        scene.report().line("  meanwhile", Observations.outcomes(seen.askedWithin(outage.gone(), outage.back())));
    }

    private static void within(Duration limit, Duration took, String promise, String how, Findings findings) {
        findings.unless(
                took.compareTo(limit) <= 0,
                "%s within %d s".formatted(promise, limit.toSeconds()),
                "%s: after %s".formatted(how, took));
    }

    /** The answer that left somebody in the dark last; so far back that it does not count when there was none. */
    private static Instant lastLeftOpen(Observations seen) {
        return seen.all().stream()
                .filter(Seen::leavesOpen)
                .map(Seen::answered)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static boolean takesConnections(PostgresPart postgres) {
        try (Connection _ = postgres.connect(postgres.app())) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    /** Not before it: zero. Never: a very long time. */
    private static Duration after(Instant moment, Instant other) {
        if (other.equals(Instant.MAX)) {
            return Duration.ofDays(1);
        }
        return other.isBefore(moment) ? Duration.ZERO : Duration.between(moment, other);
    }

    private static void checkAnswers(List<Seen> seen, Findings findings) {
        seen.stream()
                .filter(one -> one.status() >= 500 && !one.unavailable())
                .forEach(one -> findings.add("an outage is never answered with anything but 503", one.toString()));
        seen.stream()
                .filter(Seen::unavailable)
                .filter(one -> !one.proper())
                .forEach(one -> findings.add("a 503 is a problem that says when to come again", one.toString()));
        seen.stream()
                .filter(Seen::unanswered)
                .forEach(one -> findings.add("every request is answered", one.toString()));
        seen.stream()
                .filter(one -> one.took().compareTo(LONGEST_ANSWER) > 0)
                .forEach(one -> findings.add(
                        "every answer comes within %d s".formatted(LONGEST_ANSWER.toSeconds()), one.toString()));
        findings.unless(seen.stream().anyMatch(Seen::unavailable), "the drill bites", "nobody met with a 503");
    }

    private static void checkConnections(Scene scene, long before, Findings findings) throws Exception {
        long after = pressure(scene);
        Wait.pause(Duration.ofSeconds(4));
        long abandoned = new Connections(scene.parts().postgres()).abandoned();
        findings.unless(after >= before, "no connection is lost", "%d before, %d after".formatted(before, after));
        findings.unless(abandoned == 0, "no transaction is left open", Long.toString(abandoned));
        scene.report()
                .line(
                        "connections under pressure",
                        "%d before, %d after, slowest answer %d ms"
                                .formatted(
                                        before,
                                        after,
                                        Observations.slowest(
                                                        scene.observations().all())
                                                .toMillis()));
    }

    private static long pressure(Scene scene) throws Exception {
        return new Connections(scene.parts().postgres())
                .mostUnderPressure(scene.crew().division(scene.node().url()), "/reservations?limit=1", PRESSURE);
    }
}
