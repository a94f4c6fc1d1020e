package io.motorpool.domain.reservation;

/** Why a vehicle is taken. */
public enum OccupancyKind {
    /** Somebody reserved it. */
    RESERVATION,
    /** It is in the workshop. */
    MAINTENANCE,
    /** It is being cleaned or charged after a reservation. */
    BUFFER,
    /** The division holds it back. */
    BLOCK
}
