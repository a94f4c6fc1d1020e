package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Asked;
import io.motorpool.sandbox.fuzz.wire.Received;
import java.util.Optional;

/** Carries requests to the system, looks at the answers, and counts both. */
public interface Courier {

    /**
     * @return the answer, unless there was none
     */
    Optional<Received> carry(Asked asked, Label label);

    /**
     * @param operation for which the request was made, whatever became of it
     * @param caller who sends it
     * @param faults how it was spoiled; nothing when it is sensible
     */
    record Label(String operation, String caller, String faults) {}
}
