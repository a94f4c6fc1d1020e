package io.motorpool.sandbox.drill.keys;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.verify.Robot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Draws new tokens all the time, from each node in turn, and keeps them for most of their life: whoever asks gets one of
 * any age, because old ones have to be good as well as young ones.
 */
public final class Tap implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int LATEST = 4;

    private final List<Api> nodes;
    private final Robot robot;
    private final Duration kept;
    private final ConcurrentLinkedDeque<Issued> drawn = new ConcurrentLinkedDeque<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> stolen = ConcurrentHashMap.newKeySet();
    private final Thread drawing;
    private volatile boolean ending;

    /** @param kept how long a token is used */
    public Tap(List<Api> nodes, Robot robot, Duration kept) {
        this.nodes = nodes;
        this.robot = robot;
        this.kept = kept;
        draw(nodes.getFirst());
        this.drawing = Thread.ofVirtual().start(this::run);
    }

    /** The latest one. */
    public Issued youngest() {
        return drawn.getLast();
    }

    /** One of any age: every other time one of the last second, in which a key may have been new. None is left at times. */
    Optional<Issued> any(SplittableRandom dice) {
        List<Issued> all = List.copyOf(drawn);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int from = dice.nextBoolean() ? Math.max(0, all.size() - LATEST) : 0;
        return Optional.of(all.get(dice.nextInt(from, all.size())));
    }

    /** Whoever signed with this key is believed no more; a token of it that is on its way may be refused or not. */
    public void disown(String key) {
        stolen.add(key);
        drawn.removeIf(issued -> issued.key().equals(key));
    }

    boolean isDisowned(Issued issued) {
        return stolen.contains(issued.key());
    }

    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        drawing.join();
    }

    private void run() {
        for (int turn = 0; !ending; turn++) {
            draw(nodes.get(turn % nodes.size()));
            sleep();
        }
    }

    private void draw(Api node) {
        Answer answer = Robot.ask(node, robot.words());
        if (answer.status() != 200) {
            complain("%s: %d %s".formatted(answer.question(), answer.status(), answer.body()));
            return;
        }
        Issued issued = Issued.now(answer.body().path("access_token").asText());
        if (!isDisowned(issued)) {
            drawn.addLast(issued);
        }
        while (!drawn.isEmpty() && System.nanoTime() - drawn.getFirst().at() > kept.toNanos()) {
            var _ = drawn.pollFirst();
        }
    }

    private synchronized void complain(String what) {
        complaints.add(what);
    }

    private static void sleep() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a drill", interrupted);
        }
    }
}
