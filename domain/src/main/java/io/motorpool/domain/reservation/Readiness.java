package io.motorpool.domain.reservation;

import io.motorpool.domain.shared.Period;

/** Whether somebody who stands before a vehicle can have it at once, and what kind of reason there is if not. */
public enum Readiness {
    /** For the shortest reservation at least, from now on. */
    FREE,
    /** It stands there, and is somebody else's or being cleaned within that time. */
    HELD,
    /** It is in the workshop or held back within that time. */
    OUT_OF_SERVICE,
    /** Somebody drives it, and has not brought it back. */
    AWAY;

    /** @param availability of the same schedule, from now on */
    public static Readiness of(VehicleSchedule schedule, Availability availability) {
        if (schedule.isOut()) {
            return AWAY;
        }
        Period from = availability.period();
        Period atOnce = new Period(from.start(), from.start().plus(ReservationPolicy.SHORTEST));
        return availability.taken().stream()
                .filter(taken -> taken.period().overlaps(atOnce))
                .findFirst()
                .map(taken -> switch (taken.kind()) {
                    case RESERVATION, BUFFER -> HELD;
                    case MAINTENANCE, BLOCK -> OUT_OF_SERVICE;
                })
                .orElse(FREE);
    }
}
