package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What settlements are made from: runs, charges, contracts, rates, extra costs. The store adds up, set-wise and for many
 * companies at once; what the sums mean is decided by {@link Standing}, {@link io.motorpool.domain.settlement.Blocker} and
 * {@link io.motorpool.domain.settlement.Totals}. The contract of this port holds every implementation to the won that adding
 * up the lines comes to (ADR-0032).
 */
public interface SettlementSources {

    /** How the month of each company stands; one entry for each that was asked for. */
    Uni<Map<CompanyId, Standing>> standings(List<CompanyId> companies, YearMonth month);

    /** Line by line what the settlement would say now, with everything that is shown copied by value. */
    Uni<Statement> statement(SettlementHead head);
}
