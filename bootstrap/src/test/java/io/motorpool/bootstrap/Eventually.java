package io.motorpool.bootstrap;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What timers do, sooner or later. */
public final class Eventually {

    /** Longer than a lease of any of them, and the pause between two looks. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Eventually() {}

    public static <T> T of(Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }
}
