package io.motorpool.sandbox.drill.keys;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** So many requests a second, whether the last ones were answered or not; each goes to the next verifier. */
public final class Traffic implements AutoCloseable {

    private final Tap tap;
    private final List<Verifier> verifiers;
    private final long pauseNanos;
    private final AtomicLong passed = new AtomicLong();
    private final TreeMap<String, Long> refused = new TreeMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread clock;
    private final long begun = System.nanoTime();
    private volatile boolean ending;

    public Traffic(Tap tap, List<Verifier> verifiers, int perSecond) {
        this.tap = tap;
        this.verifiers = List.copyOf(verifiers);
        this.pauseNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.clock = Thread.ofPlatform().name("traffic").start(this::run);
    }

    private void run() {
        SplittableRandom dice = new SplittableRandom();
        long next = System.nanoTime();
        for (int turn = 0; !ending; turn++) {
            Verifier verifier = verifiers.get(turn % verifiers.size());
            tap.any(dice).ifPresent(issued -> threads.execute(() -> ask(verifier, issued)));
            next += pauseNanos;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void ask(Verifier verifier, Issued issued) {
        try {
            verifier.refuses(issued.token())
                    .ifPresentOrElse(why -> refuse(verifier, issued, why), passed::incrementAndGet);
        } catch (RuntimeException failed) {
            refuse(verifier, issued, failed.toString());
        }
    }

    private void refuse(Verifier verifier, Issued issued, String why) {
        if (tap.isDisowned(issued)) {
            return;
        }
        synchronized (refused) {
            refused.merge(verifier.name() + " said " + why, 1L, Long::sum);
        }
    }

    public long passed() {
        return passed.get();
    }

    public double perSecond() {
        return passed.get() * 1e9 / (System.nanoTime() - begun);
    }

    /** What was refused although it should have passed, since the last time. */
    public List<String> newlyRefused() {
        synchronized (refused) {
            List<String> lines = refused.entrySet().stream()
                    .map(each -> "%s, %d times".formatted(each.getKey(), each.getValue()))
                    .toList();
            refused.clear();
            return lines;
        }
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        clock.join();
        threads.close();
    }
}
