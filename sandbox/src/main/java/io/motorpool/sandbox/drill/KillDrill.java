package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.load.Load;
import io.motorpool.sandbox.drill.load.Seen;
import io.motorpool.sandbox.ground.Ground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The application dies at once, again and again, in the middle of whatever it does. */
public final class KillDrill implements Drill {

    private static final Scene.Size SIZE = new Scene.Size(24, 12);
    private static final long EARLIEST_MILLIS = 200;
    private static final long LATEST_MILLIS = 4_000;

    private final int kills;

    /** @param kills how often it dies */
    public KillDrill(int kills) {
        this.kills = kills;
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String summary() {
        return "kills the application under load, and looks for what was lost, doubled or made up";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        RandomGenerator dice = new SplittableRandom();
        List<Duration> restarts = new ArrayList<>();
        try (Scene scene = Scene.on(ground, SIZE, Map.of("MOTORPOOL_SWEEPS_EVERY", "1s"));
                Load load = scene.load(scene.node().url())) {
            for (int kill = 0; kill < kills; kill++) {
                Wait.pause(Duration.ofMillis(dice.nextLong(EARLIEST_MILLIS, LATEST_MILLIS)));
                scene.node().kill();
                long dead = System.nanoTime();
                scene.node().start();
                restarts.add(Duration.ofNanos(System.nanoTime() - dead));
            }
            Wait.pause(Duration.ofSeconds(1));
            Findings findings = new Findings();
            findings.addAll("clients can go on after a kill", load.end());
            findings.addAll(scene.verify());
            findings.unless(
                    scene.observations().all().stream().anyMatch(Seen::unanswered),
                    "the drill bites",
                    "no request was cut off");
            scene.report().line("killed", kills + " times, ready again after (ms) " + millis(restarts));
            return findings.lines();
        }
    }

    private static List<Long> millis(List<Duration> durations) {
        return durations.stream().map(Duration::toMillis).toList();
    }
}
