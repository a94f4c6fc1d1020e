package io.motorpool.sandbox.bench;

import java.util.Arrays;

/** How long single requests took: every one of them, so that a percentile is one that really happened. */
public final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;
    private boolean sorted;

    public void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
        sorted = false;
    }

    public void addAll(Latencies others) {
        int together = count + others.count;
        if (together > nanos.length) {
            nanos = Arrays.copyOf(nanos, Math.max(together, 2 * nanos.length));
        }
        System.arraycopy(others.nanos, 0, nanos, count, others.count);
        count = together;
        sorted = false;
    }

    public int count() {
        return count;
    }

    /**
     * The time within which this share of the requests was answered, by nearest rank; 0 when there were none.
     *
     * @param percent above 0, up to 100
     */
    public double percentileMillis(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("no percentile: " + percent);
        }
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(percent / 100 * count);
        return nanos[rank - 1] / NANOS_A_MILLI;
    }
}
