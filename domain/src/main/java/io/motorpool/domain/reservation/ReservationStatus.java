package io.motorpool.domain.reservation;

/** The names of the states of a {@link Reservation}, for where a state is stored, shown or searched for. */
public enum ReservationStatus {
    RESERVED,
    IN_USE,
    RETURNED,
    FORCE_RETURNED,
    CANCELLED,
    NO_SHOW
}
