package io.motorpool.domain.route;

/** Where a run stands in its life. */
public enum RunStatus {
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED
}
