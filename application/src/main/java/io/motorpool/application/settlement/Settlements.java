package io.motorpool.application.settlement;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.settlement.Billing;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * All settlements. What was confirmed is never written again: what becomes of it afterwards is added to it, so that the
 * application's own role needs no right to change it.
 */
public interface Settlements {

    Uni<Optional<Versioned<Settlement>>> find(SettlementId id);

    /** All documents of the month. Whoever decides on the strength of this answer locks the company's books first. */
    Uni<Billing> of(CompanyId company, YearMonth month);

    Uni<Version> add(Settlement settlement);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since, or when a state would be reached that the life cycle does not have from the stored one.
     */
    Uni<Version> save(Versioned<? extends Settlement> changed);

    /** The one that waits longest for the ERP to be asked: confirmed, or posting and due again. Never waits for others. */
    Uni<Optional<Versioned<Settlement>>> due(Instant now);

    /** In order of their id. */
    Uni<Page<Versioned<Settlement>>> list(CompanyScope scope, Optional<YearMonth> month, Page.Request page);
}
