package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.catalogue.Named;
import java.util.List;

/** Sends what nobody would send and looks for answers that nobody should get. Hook it in at {@link Fuzzers#ALL}. */
public interface Fuzzer extends Named {

    /** One line for each answer that should not have been given; empty when all is well. */
    List<String> run(FuzzTarget target) throws Exception;
}
