package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.fuzz.make.Time;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is fuzzed, and how much.
 *
 * @param visitors whom one can sign in as
 * @param log what the application writes; empty when it cannot be read from here
 * @param time lets time pass; empty when only waiting does
 * @param folder where large bodies of requests are kept that a report points to
 * @param seed makes a run repeatable; print it with each finding
 */
public record FuzzTarget(
        URI url,
        Tokens tokens,
        Visitors visitors,
        Optional<Path> log,
        Optional<Time> time,
        Path folder,
        long seed,
        int requests,
        PrintWriter out) {}
