package io.motorpool.sandbox.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with requests that change something, and how long everything takes. Tests hold it in their hands; others
 * reach it over HTTP, at the stand-in's own paths.
 */
public final class Switchboard {

    private final Deque<Fault> once = new ArrayDeque<>();
    private @Nullable Fault standing;
    private @Nullable Fault everyOther;
    private int turn;
    private int changes;
    private Duration least = Duration.ZERO;
    private Duration most = Duration.ZERO;

    Switchboard() {}

    /** The next changes, as many as given; then those faults that were switched on before. */
    public synchronized void next(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            once.add(fault);
        }
    }

    public void next(Fault fault) {
        next(fault, 1);
    }

    /** Every change until {@link #calm()}. */
    public synchronized void always(Fault fault) {
        standing = fault;
    }

    /** Every second change until {@link #calm()}. */
    public synchronized void everyOther(Fault fault) {
        everyOther = fault;
    }

    /** How long a request is under way to the other side, and its answer back: anything in between, each time another. */
    public synchronized void latency(Duration from, Duration to) {
        if (from.isNegative() || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("a latency from %s to %s".formatted(from, to));
        }
        least = from;
        most = to;
    }

    /** Everything works again, at once. */
    public synchronized void calm() {
        once.clear();
        standing = null;
        everyOther = null;
        least = Duration.ZERO;
        most = Duration.ZERO;
    }

    /** How many requests were meant to change something, whatever became of them. */
    public synchronized int changes() {
        return changes;
    }

    synchronized Optional<Fault> faultForChange() {
        changes++;
        Fault queued = once.poll();
        if (queued != null) {
            return Optional.of(queued);
        }
        if (everyOther != null) {
            turn++;
            if (turn % 2 == 1) {
                return Optional.of(everyOther);
            }
        }
        return Optional.ofNullable(standing);
    }

    synchronized Duration oneWay() {
        long spread = most.toMillis() - least.toMillis();
        return least.plusMillis(spread == 0 ? 0 : ThreadLocalRandom.current().nextLong(spread + 1));
    }
}
