package io.motorpool.sandbox.drill.load;

import io.motorpool.sandbox.api.Api;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** All drivers of a crew at once, until they are told to stop. */
public final class Load implements AutoCloseable {

    private static final Duration WINDED_UP_WITHIN = Duration.ofSeconds(180);

    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<String>>> driving = new ArrayList<>();

    private Load() {}

    /**
     * @param nodes each request goes to one of them at random
     * @param pace how long a driver rests between two requests, on average
     * @param seed the same seed makes the same wishes
     */
    public static Load begin(
            Crew crew, List<URI> nodes, Duration pace, Ledger ledger, Observations observations, long seed) {
        Load load = new Load();
        Line line = new Line(observations);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int number = 0; number < crew.drivers(); number++) {
            TirelessDriver driver = driver(crew, number, nodes, line, ledger, seeds.split());
            load.driving.add(load.threads.submit(() -> driver.drive(load.enough::get, pace)));
        }
        return load;
    }

    private static TirelessDriver driver(
            Crew crew, int number, List<URI> nodes, Line line, Ledger ledger, RandomGenerator dice) {
        return new TirelessDriver(() -> anyNode(crew, number, nodes, dice), crew.vehicles(), line, ledger, dice);
    }

    private static Api anyNode(Crew crew, int number, List<URI> nodes, RandomGenerator dice) {
        return crew.driver(number, nodes.get(dice.nextInt(nodes.size())));
    }

    /** Lets everybody finish what they began, and tells what they complain about. */
    public List<String> end() {
        enough.set(true);
        List<String> complaints = new ArrayList<>();
        for (Future<List<String>> one : driving) {
            try {
                complaints.addAll(one.get(WINDED_UP_WITHIN.toSeconds(), TimeUnit.SECONDS));
            } catch (ExecutionException failed) {
                complaints.add("a client gave up: " + failed.getCause());
            } catch (TimeoutException _) {
                complaints.add("a client still waits for an answer");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while clients finish", interrupted);
            }
        }
        return complaints;
    }

    @Override
    public void close() {
        enough.set(true);
        var _ = threads.shutdownNow();
    }
}
