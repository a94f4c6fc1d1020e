package io.motorpool.sandbox.files;

import java.time.Duration;

/** Processes that somebody else started, perhaps in an earlier life of the sandbox. */
public final class Processes {

    private static final long PAUSE_MILLIS = 20;

    private Processes() {}

    /**
     * Whether it still does anything. One that has ended, but that nobody has taken note of yet, keeps its number and
     * counts as alive for Java; it has no program any more.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Whether it ended within this time. */
    public static boolean awaitEnd(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process ended", interrupted);
        }
    }
}
