package io.motorpool.application.shared;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What becomes true by itself, a moment later. */
public final class Soon {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Soon() {}

    /** Tries until it passes; the last failure is the test's. */
    public static void passes(ThrowingCallable assertion) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError failed) {
                if (System.nanoTime() > end) {
                    throw failed;
                }
            } catch (Throwable broken) {
                throw new AssertionError(broken);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
