package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;

/** From what was driven to what is billed, step by step; {@link PressSettlement} takes all of them at once. */
public interface SettleMonth {

    /** Adds up how the month stands now. The first time it opens the settlement. */
    Uni<Decision<SettlementView, Refusal>> calculate(Caller caller, CompanyId company, YearMonth month);

    /** For good: the state, the snapshot and what makes the ERP hear of it are stored together or not at all. */
    Uni<Decision<SettlementView, Refusal>> confirm(Caller caller, SettlementId settlement, Version seen);

    /** Gives back what was billed, by a document of its own; the month is open again. */
    Uni<Decision<SettlementView, Refusal>> reverse(Caller caller, SettlementId settlement, Version seen, Reason reason);

    /** Opens the month's next bill, after the last one was reversed. */
    Uni<Decision<SettlementView, Refusal>> reissue(Caller caller, CompanyId company, YearMonth month);
}
