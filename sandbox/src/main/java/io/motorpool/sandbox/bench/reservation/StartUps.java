package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.Latencies;

/** From the start of the process to the first answer that it is ready, several times. */
final class StartUps {

    private static final int TIMES = 3;

    private StartUps() {}

    /** The one in the middle, in milliseconds. The node is stopped before and after. */
    static double medianMillis(MotorpoolProcess node) {
        Latencies times = new Latencies();
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            node.start();
            times.add(System.nanoTime() - begun);
            node.stop();
        }
        return times.percentileMillis(50);
    }
}
