package io.motorpool.sandbox.drill;

import java.time.Duration;

/** Waiting, and how long it took. */
final class Wait {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Wait() {}

    interface Condition {
        boolean holds() throws Exception;
    }

    /** How long it took until it held, or all of the time when it did not. */
    static Duration until(Duration atMost, Condition condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.holds() && System.nanoTime() - begin < atMost.toNanos()) {
            pause(LOOK_EVERY);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a drill", interrupted);
        }
    }
}
