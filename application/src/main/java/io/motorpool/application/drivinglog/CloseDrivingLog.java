package io.motorpool.application.drivinglog;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;

/**
 * Closes a company's tax period: nothing is open, no odometer runs backwards, and the workbook as it is now is kept with its
 * hash. From then on that is the log of the period.
 */
public interface CloseDrivingLog {

    Uni<Decision<LogClosing, Refusal>> close(Caller caller, CompanyId company, TaxPeriod period);
}
