package io.motorpool.sandbox.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen while one side was asked for a while.
 *
 * @param latencies of what was answered as it should be
 * @param failed how many were not
 * @param complaints what the first of those said
 */
public record Sample(Latencies latencies, long failed, List<String> complaints, Duration elapsed, Cost cost) {

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    public Sample {
        complaints = List.copyOf(complaints);
    }

    public static Sample none() {
        return new Sample(new Latencies(), 0, List.of(), Duration.ZERO, Cost.NOTHING);
    }

    /** Both together, as if they had been one. */
    public Sample plus(Sample other) {
        Latencies all = new Latencies();
        all.addAll(latencies);
        all.addAll(other.latencies);
        List<String> said = new ArrayList<>(complaints);
        said.addAll(other.complaints);
        return new Sample(all, failed + other.failed, said, elapsed.plus(other.elapsed), cost.plus(other.cost));
    }

    /** The same, with more that went wrong. */
    public Sample withFailed(long more) {
        return new Sample(latencies, failed + more, complaints, elapsed, cost);
    }

    /** Answers in a second. */
    public double rate() {
        return elapsed.isZero() ? 0 : latencies.count() * NANOS_A_SECOND / elapsed.toNanos();
    }

    /** What one request has of the whole, in microseconds. */
    public double perRequestMicros(Duration whole) {
        return latencies.count() == 0 ? 0 : whole.toNanos() / NANOS_A_MICRO / latencies.count();
    }
}
