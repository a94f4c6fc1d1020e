package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.catalogue.Catalogue;
import java.time.Clock;
import java.util.List;

/** Every fuzzer that {@code ./motorpool fuzz} knows. */
public final class Fuzzers {

    public static final Catalogue<Fuzzer> ALL =
            new Catalogue<>("fuzzer", List.of(new OpenApiFuzzer(Clock.systemUTC())));

    private Fuzzers() {}
}
