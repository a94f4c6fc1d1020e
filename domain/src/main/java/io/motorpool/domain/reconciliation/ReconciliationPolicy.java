package io.motorpool.domain.reconciliation;

import java.time.Duration;

/** The published constants of reconciliation. */
public final class ReconciliationPolicy {

    /** A reservation is compared when nothing new was heard of it for this long, or at the watermark (P14). */
    public static final Duration QUIET = Duration.ofSeconds(60);

    private ReconciliationPolicy() {}
}
