package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.UnexpectedAnswerException;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.drill.AvailabilityProbe.Result;
import io.motorpool.sandbox.drill.DueSteps.Due;
import io.motorpool.sandbox.drill.Slots.Slot;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.load.Kept;
import io.motorpool.sandbox.drill.load.Load;
import io.motorpool.sandbox.ground.Ground;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Two nodes on one database: what one does, the other knows, and nothing that both do is done twice. */
public final class TwoNodesDrill implements Drill {

    private static final Scene.Size SIZE = new Scene.Size(24, 24);
    private static final Duration UNTOUCHED = Duration.ofDays(82);
    private static final Duration KEYS = Duration.ofDays(85);
    private static final int PROBES = 8;
    private static final int LATE = 8;
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(15);
    private static final Duration MORE_SWEEPS = Duration.ofSeconds(4);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(5);
    private static final int CAUGHT_UP = 50;
    private static final List<String> SWEEPS = List.of("/sweeps/late-returns", "/sweeps/no-shows");

    private final Duration load;
    private final int changes;
    private final int rounds;

    /**
     * @param load how long both are under load, before and after one of them is killed
     * @param changes how many are made on one node and looked for on the other
     * @param rounds how often both get the same key, and how many steps both find due
     */
    public TwoNodesDrill(Duration load, int changes, int rounds) {
        this.load = load;
        this.changes = changes;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "two-nodes";
    }

    @Override
    public String summary() {
        return "runs two nodes on one database, and looks for old answers and for what was done twice";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        Findings findings = new Findings();
        try (Scene scene = Scene.on(ground, SIZE, Map.of("MOTORPOOL_SWEEPS_EVERY", "1s"));
                MotorpoolProcess second = scene.node().sibling("second")) {
            second.start();
            URI one = scene.node().url();
            URI other = second.url();
            // What looks at delays goes first: the calendar is empty, and nothing else is under way.
            lookForOldAnswers(scene, one, other, findings);
            sendKeysToBoth(scene, one, other, findings);
            sweepOnBoth(scene, one, other, findings);
            workOnBoth(scene, second, findings);
            findings.addAll(scene.verify());
        } catch (UnexpectedAnswerException unexpected) {
            findings.add("every answer is one to go on with", String.valueOf(unexpected.getMessage()));
        }
        return findings.lines();
    }

    private void lookForOldAnswers(Scene scene, URI one, URI other, Findings findings) throws Exception {
        Instant from = Slots.onGrid(Instant.now()).plus(UNTOUCHED);
        List<Callable<Result>> probes = new ArrayList<>();
        RandomGenerator.SplittableGenerator dice = new SplittableRandom();
        for (int lane = 0; lane < PROBES; lane++) {
            boolean swapped = lane % 2 == 1;
            AvailabilityProbe probe = new AvailabilityProbe(
                    scene.crew(),
                    scene.ledger(),
                    lane,
                    swapped ? other : one,
                    swapped ? one : other,
                    from,
                    dice.split());
            probes.add(() -> probe.probe(changes / PROBES));
        }
        List<Duration> delays = new ArrayList<>();
        for (Result result : together(probes)) {
            findings.addAll(result.findings());
            delays.addAll(result.delays());
        }
        delays.sort(Duration::compareTo);
        scene.report()
                .line(
                        "changes seen on the other node",
                        "%d, after %d ms (median), %d ms (slowest)"
                                .formatted(
                                        delays.size(),
                                        delays.get(delays.size() / 2).toMillis(),
                                        delays.getLast().toMillis()));
    }

    private void sendKeysToBoth(Scene scene, URI one, URI other, Findings findings) throws Exception {
        Slots slots = Slots.ahead(KEYS, scene.crew().lanes());
        int inFlight = 0;
        for (int round = 0; round < rounds; round++) {
            Slot slot = slots.number(round);
            String key = "round-" + round;
            List<Answer> answers =
                    together(List.of(() -> reserve(scene, slot, key, one), () -> reserve(scene, slot, key, other)));
            List<Answer> again = List.of(reserve(scene, slot, key, one), reserve(scene, slot, key, other));
            List<UUID> ids = new ArrayList<>();
            answers.stream().filter(answer -> answer.status() == 201).forEach(answer -> ids.add(answer.id()));
            again.forEach(answer -> ids.add(answer.expect(201).id()));
            inFlight += (int) answers.stream()
                    .filter(answer -> answer.code().equals("request-in-flight"))
                    .count();
            findings.unless(
                    ids.stream().distinct().count() == 1, "one key makes one reservation", key + " made " + ids);
            answers.stream()
                    .filter(answer -> answer.status() != 201 && !answer.code().equals("request-in-flight"))
                    .forEach(answer -> findings.add(
                            "a key that is in use elsewhere is answered with 201 or request-in-flight",
                            answer.status() + " " + answer.code()));
            scene.ledger().write(Kept.created(again.getFirst()));
        }
        scene.report().line("keys sent to both at once", "%d, refused as in flight %d".formatted(rounds, inFlight));
    }

    private static Answer reserve(Scene scene, Slot slot, String key, URI node) {
        return scene.crew()
                .driver(slot.lane(), node)
                .post(
                        "/reservations",
                        Map.of(
                                "vehicle",
                                        scene.crew().vehicles().get(slot.lane()).toString(),
                                "start", slot.start().toString(),
                                "end", slot.end().toString(),
                                "corporate", true),
                        "Idempotency-Key",
                        key);
    }

    /** The timers of both nodes tick at the same moment, and both are asked for sweeps besides. */
    private void sweepOnBoth(Scene scene, URI one, URI other, Findings findings) throws Exception {
        DueSteps steps = new DueSteps(scene);
        List<Due> due = new ArrayList<>(steps.lateReturns(LATE));
        due.addAll(steps.noShows(rounds));
        List<Callable<Answer>> byHand = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            for (String sweep : SWEEPS) {
                for (URI node : List.of(one, other)) {
                    byHand.add(() -> scene.crew().division(node).post(sweep, null));
                }
            }
        }
        for (Answer answer : together(byHand)) {
            findings.unless(
                    answer.status() == 200 && answer.body().path("failed").asInt() == 0,
                    "sweeps on both nodes at once do not fail",
                    "%d %s".formatted(answer.status(), answer.body()));
        }
        Wait.pause(MORE_SWEEPS);
        Duration took = steps.await(due, SWEPT_WITHIN);
        findings.unless(took.compareTo(SWEPT_WITHIN) < 0, "what is due is done", "not all of " + due.size());
        scene.report().line("steps due on both at once", due.size() + ", each to be done once");
    }

    private void workOnBoth(Scene scene, MotorpoolProcess second, Findings findings) throws Exception {
        try (Load both = scene.load(scene.node().url(), second.url())) {
            Wait.pause(load);
            double byFirst = delivered(scene.node());
            double bySecond = delivered(second);
            second.kill();
            Wait.pause(load);
            Duration caughtUp =
                    Wait.until(TAKEN_OVER_WITHIN, () -> scene.committed().waiting() < CAUGHT_UP);
            findings.unless(
                    caughtUp.compareTo(TAKEN_OVER_WITHIN) < 0,
                    "the node that is left delivers what the other cannot any more",
                    scene.committed().waiting() + " facts wait");
            second.start();
            findings.addAll("clients can go on when a node dies", both.end());
            scene.report()
                    .line(
                            "facts delivered by each",
                            "%,.0f and %,.0f, until the second was killed".formatted(byFirst, bySecond));
        }
    }

    private static double delivered(MotorpoolProcess node) throws Exception {
        return Metrics.of(node).value("motorpool_outbox_delivered_total").orElse(0);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
