package io.motorpool.application.settlement;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** What was pressed and is worked off, company by company; kept, so that it survives whoever was working on it. */
public interface SettlementJobs {

    Uni<Void> add(SettlementJob job);

    Uni<Optional<SettlementJob>> find(JobId id);

    /**
     * A company that waits, for the caller alone as long as the lease lasts; the oldest job first. Who held it before and
     * did not record an outcome in time has lost it.
     */
    Uni<Optional<Claimed>> claim(Instant now, Duration lease);

    /** What is to be done, and nothing of the job's other companies: there may be thousands. */
    record Claimed(JobId job, Caller by, YearMonth month, CompanyId company) {}

    /** The first outcome that is recorded for a company stays. */
    Uni<Void> record(JobId job, CompanyId company, SettlementJob.Outcome outcome);
}
