package io.motorpool.sandbox.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Processes that somebody else started, perhaps in an earlier life of the sandbox. */
public final class Processes {

    private static final long PAUSE_MILLIS = 20;

    private Processes() {}

    /**
     * Whether it still does anything. One that has ended, but that nobody has taken note of yet (a zombie), keeps its
     * number and counts as alive for Java.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    private static boolean isZombie(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(status, StandardCharsets.ISO_8859_1);
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException _) {
            // Not Linux, or gone in this very moment, which the next question to isAlive tells.
            return false;
        }
    }

    /** Whether it ended within this time. */
    public static boolean awaitEnd(ProcessHandle process, Duration within) {
        return await(() -> !isRunning(process), within);
    }

    /** Whether this came true within the time. What a process held (a port, a lock) is free a moment after its end. */
    public static boolean await(BooleanSupplier condition, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
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
            throw new IllegalStateException("interrupted while waiting for a process", interrupted);
        }
    }
}
