package io.motorpool.sandbox.bench;

import io.motorpool.sandbox.catalogue.Named;
import io.motorpool.sandbox.ground.Ground;

/** A measurement of the real application on real parts. Hook it in at {@link Benchmarks#ALL}. */
public interface Benchmark extends Named {

    Measured measure(Ground ground, Effort effort) throws Exception;
}
