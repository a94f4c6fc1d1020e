package io.motorpool.domain.reconciliation;

import io.motorpool.domain.fleet.VehicleDescription;
import java.time.Duration;

/** The published constants of reconciliation. */
public final class ReconciliationPolicy {

    /** A reservation is compared when nothing new was heard of it for this long, or at the watermark (P14). */
    public static final Duration QUIET = Duration.ofSeconds(60);

    /**
     * How far apart in time two reservations can be and still be in each other's way: as long as a vehicle stays taken after
     * one of them.
     */
    public static final Duration REACH = VehicleDescription.LONGEST_TURNAROUND;

    private ReconciliationPolicy() {}
}
