package io.motorpool.application.route;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/**
 * Makes the runs that the timetables ask for. Idempotent, restartable, safe on several nodes: each slot's day is planned
 * under the slot's lock, and whoever comes second finds nothing to do.
 */
public interface PlanRuns {

    /** The farthest that is planned at once. */
    int MOST_DAYS = 62;

    /** All living slots from the one day to the other, both included. */
    Uni<Decision<Report, Refusal>> plan(Caller caller, LocalDate from, LocalDate until);

    /**
     * @param added runs that were missing
     * @param changed runs that a new timetable dropped, or has again
     * @param failed days of slots that could not be planned now; planning again tries them again
     */
    record Report(int added, int changed, int failed) {

        public static final Report NOTHING = new Report(0, 0, 0);

        Report and(Report other) {
            return new Report(added + other.added, changed + other.changed, failed + other.failed);
        }
    }
}
