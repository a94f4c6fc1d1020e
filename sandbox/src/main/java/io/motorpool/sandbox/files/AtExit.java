package io.motorpool.sandbox.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What must be ended before this JVM is. Plain shutdown hooks run all at once, and the database would go while the
 * application still drains; here the last one that came ends first.
 */
public final class AtExit {

    private static final Deque<Runnable> ENDINGS = new ArrayDeque<>();
    private static boolean hooked;

    private AtExit() {}

    public static synchronized void run(Runnable ending) {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(AtExit::endAll, "motorpool-at-exit"));
            hooked = true;
        }
        ENDINGS.push(ending);
    }

    public static synchronized void forget(Runnable ending) {
        ENDINGS.remove(ending);
    }

    private static void endAll() {
        for (Runnable ending : remaining()) {
            try {
                ending.run();
            } catch (RuntimeException failed) {
                System.err.println("At exit: " + failed);
            }
        }
    }

    private static synchronized List<Runnable> remaining() {
        return List.copyOf(ENDINGS);
    }
}
