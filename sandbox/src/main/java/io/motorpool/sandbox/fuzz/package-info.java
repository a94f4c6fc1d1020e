/** Senseless requests against the API, each kind by name: see {@link io.motorpool.sandbox.fuzz.Fuzzers}. */
@NullMarked
package io.motorpool.sandbox.fuzz;

import org.jspecify.annotations.NullMarked;
