package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;

/**
 * One press settles: prices are captured, the month is calculated, checked and confirmed, and the ERP hears of it. It answers
 * with a job that can be watched and that survives a restart. Of many companies the good ones are confirmed and the rest is
 * reported; pressing again touches only those.
 */
public interface PressSettlement {

    Uni<Decision<SettlementJob, Refusal>> press(Caller caller, YearMonth month, List<CompanyId> companies);

    /** The same for every company that the caller reaches and that has anything to settle in that month. */
    Uni<Decision<SettlementJob, Refusal>> pressAll(Caller caller, YearMonth month);

    Uni<Decision<SettlementJob, Refusal>> watch(Caller caller, JobId job);

    /** @return whether there was a company to settle */
    Uni<Decision<Boolean, Refusal>> workOn(Caller caller);
}
