package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;

/**
 * What is fuzzed, and for how long.
 *
 * @param seed makes a run repeatable; print it with each finding
 */
public record FuzzTarget(URI url, DemoWorld world, Tokens tokens, long seed, Duration length, PrintWriter out) {}
