package io.motorpool.application.route;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Copies the prices of completed runs, every day by itself and whenever somebody asks. Asking again, after a crash or at the
 * same time on another node, copies nothing twice.
 */
public interface CapturePrices {

    /** @param company whose; empty for all, a number of them at a time */
    Uni<Decision<Report, Refusal>> capture(Caller caller, Optional<CompanyId> company, YearMonth month);

    /**
     * @param runs whose price was copied now
     * @param failed companies whose prices could not be copied now
     */
    record Report(long runs, List<CompanyId> failed) {
        public Report {
            failed = List.copyOf(failed);
        }
    }
}
