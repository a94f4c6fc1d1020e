package io.motorpool.application.drivinglog;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Makes a company's workbook for a period: a job that can be watched and that survives a restart. Of a period that is closed
 * it is the workbook that was kept, to the byte.
 */
public interface ExportDrivingLog {

    Uni<Decision<LogExport, Refusal>> request(Caller caller, CompanyId company, TaxPeriod period);

    Uni<Decision<LogExport, Refusal>> watch(Caller caller, ExportId export);

    /** The workbook, once it is ready. */
    Uni<Decision<Fetched, Refusal>> fetch(Caller caller, ExportId export);

    /** @return whether there was an export to make */
    Uni<Decision<Boolean, Refusal>> workOn(Caller caller);

    /**
     * A workbook, and what it is of.
     *
     * @param bytes how many its parts have together
     */
    record Fetched(TaxPeriod period, long bytes, Parts parts) {}

    /** A workbook part by part. Asked for the next one only when there is room for it. */
    interface Parts {

        /** Empty after the last one. */
        Uni<Optional<byte[]>> next();
    }
}
