package io.motorpool.application.settlement;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.Explanation;
import io.motorpool.domain.settlement.Finding;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What companies owe, why, and whether it still is what was confirmed. */
public interface SettlementQueries {

    Uni<Decision<SettlementView, Refusal>> settlement(Caller caller, SettlementId settlement);

    Uni<Decision<Page<SettlementView>, Refusal>> settlements(
            Caller caller, Optional<CompanyId> company, Optional<YearMonth> month, Page.Request page);

    /** What is in the way of confirming the month, each with what to do about it. */
    Uni<Decision<List<Blocker>, Refusal>> blockers(Caller caller, CompanyId company, YearMonth month);

    /** Before confirmation what it would say now; afterwards what it says for ever, read from the snapshot. */
    Uni<Decision<Statement, Refusal>> statement(Caller caller, SettlementId settlement);

    /** On which account of the ERP the company is billed; empty while nobody has named it. */
    Uni<Decision<Optional<ErpAccount>, Refusal>> erpAccount(Caller caller, CompanyId company);

    /** Why the company pays for this run. */
    Uni<Decision<Explanation, Refusal>> explain(Caller caller, SettlementId settlement, RunId run);

    /**
     * Recomputes the company's chain of seals, and every bill that stands from its sources, and looks up in the ERP what was
     * posted: the first difference, if there is one.
     */
    Uni<Decision<Verified, Refusal>> verify(Caller caller, CompanyId company);

    /**
     * What was found.
     *
     * @param snapshots how many were looked at
     * @param documents how many documents of the ERP are as they were posted; empty when it was not asked, since something
     *     was found before, or did not answer
     */
    record Verified(int snapshots, Optional<Integer> documents, Optional<Finding> finding) {}
}
