/** Measurements, each by name: see {@link io.motorpool.sandbox.bench.Benchmarks}. */
@NullMarked
package io.motorpool.sandbox.bench;

import org.jspecify.annotations.NullMarked;
