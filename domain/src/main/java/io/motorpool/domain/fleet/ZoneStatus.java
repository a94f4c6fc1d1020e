package io.motorpool.domain.fleet;

/** Whether vehicles can stand in a zone. */
public enum ZoneStatus {
    ACTIVE,
    RETIRED
}
