package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/**
 * Looks for what time alone has changed and takes the step that a person could take by hand. Safe on several nodes at
 * once: each step is decided under the lock of its reservation, so the second node finds nothing left to do.
 */
public interface SweepReservations {

    /** Vehicles that are not back: {@link RecordLateReturn} for each. */
    Uni<Decision<Report, Refusal>> lateReturns(Caller caller);

    /** Drivers who did not come: {@link MarkNoShow} for each. */
    Uni<Decision<Report, Refusal>> noShows(Caller caller);

    /**
     * @param examined how many were looked at
     * @param taken for how many the step was taken
     * @param failed how many could not be decided now; the next sweep tries again
     */
    record Report(int examined, int taken, int failed) {

        public static final Report NOTHING = new Report(0, 0, 0);

        Report and(Report other) {
            return new Report(examined + other.examined, taken + other.taken, failed + other.failed);
        }
    }
}
