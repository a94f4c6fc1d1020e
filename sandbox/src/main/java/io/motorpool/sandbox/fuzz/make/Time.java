package io.motorpool.sandbox.fuzz.make;

import java.time.Duration;
import java.util.UUID;

/** Makes the plans of a vehicle older than they are, for those steps that only come after a while. */
public interface Time {

    void pass(UUID vehicle, Duration time);
}
