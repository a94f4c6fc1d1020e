package io.motorpool.application.route;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Reattribution;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The sealed records of what runs cost: added, never changed. A million of them are written set-wise, so the store makes
 * their ids; the rules are those of {@link io.motorpool.domain.route.Capture} and {@link Reattribution}, to which the
 * contract of this port holds every implementation, run by run.
 */
public interface Charges {

    /**
     * Copies the prices of completed runs that have no charge yet, a run's once, whoever else does the same at the same
     * time. Runs without a rate or without a contract are left as they are, and runs of closed months are too.
     *
     * @param companies whose; all in one statement
     * @return of how many runs of each company, those with none left out
     */
    Uni<List<Captured>> capture(List<CompanyId> companies, YearMonth month, Instant now);

    /** @param runs whose price was copied now */
    record Captured(CompanyId company, long runs) {}

    /**
     * Moves the standing charges of the slot that the rules concern, by a credit and a replacement each.
     *
     * @return how many charges changed hands
     */
    Uni<Long> reattribute(SlotId slot, List<Reattribution> rules, Instant now);

    /** What stands for the run, if anything does. */
    Uni<Optional<Charge>> standing(RunId run);

    Uni<Void> credit(Charge.Credit credit);

    /** Completed runs of the company's month that capturing leaves as they are, and why; in order of their ids. */
    Uni<Page<UnpricedRun>> unpriced(CompanyId company, YearMonth month, Page.Request page);

    /** The charges of a route's month that stand, in order of their runs' departure. */
    Uni<List<Drift.Standing>> standing(RouteId route, YearMonth month);
}
