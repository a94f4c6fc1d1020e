package io.motorpool.adapters.scheduler;

import io.motorpool.application.drivinglog.ExportDrivingLog;
import io.motorpool.application.drivinglog.ExportId;
import io.motorpool.application.drivinglog.LogExport;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Exports are worked on under a name that presses have as well. */
@Singleton
class HeardExports implements ExportDrivingLog {

    private final Heard heard;

    HeardExports(Heard heard) {
        this.heard = heard;
    }

    @Override
    public Uni<Decision<LogExport, Refusal>> request(Caller caller, CompanyId company, TaxPeriod period) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<LogExport, Refusal>> watch(Caller caller, ExportId export) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<Fetched, Refusal>> fetch(Caller caller, ExportId export) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<Boolean, Refusal>> workOn(Caller caller) {
        return heard.note("export", Decision.accept(false));
    }
}
