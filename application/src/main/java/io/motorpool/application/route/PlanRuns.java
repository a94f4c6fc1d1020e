package io.motorpool.application.route;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Makes the runs that the timetables ask for. Idempotent, restartable, safe on several nodes: each slot is planned under
 * its lock, and whoever comes second finds nothing to do.
 */
public interface PlanRuns {

    /** The farthest that is planned at once. */
    int MOST_DAYS = 62;

    /**
     * All living slots from the one day to the other, both included.
     *
     * @param company whose; of every company when empty, which takes its time and is for timers
     */
    Uni<Decision<Report, Refusal>> plan(Caller caller, Optional<CompanyId> company, LocalDate from, LocalDate until);

    /**
     * @param added runs that were missing
     * @param changed runs that a new timetable dropped, or has again
     * @param failed slots that could not be planned now; planning again tries them again
     */
    record Report(int added, int changed, int failed) {

        public static final Report NOTHING = new Report(0, 0, 0);

        Report and(Report other) {
            return new Report(added + other.added, changed + other.changed, failed + other.failed);
        }
    }
}
