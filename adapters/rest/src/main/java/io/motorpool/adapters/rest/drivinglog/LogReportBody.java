package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.application.drivinglog.DrivingLogQueries.OfVehicle;
import io.motorpool.application.drivinglog.DrivingLogQueries.Report;
import io.motorpool.domain.drivinglog.LogFact.Ground;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where every entry of a company's period stands, vehicle by vehicle. */
@Schema(name = "DrivingLogReport")
record LogReportBody(
        @Schema(required = true) UUID company,
        @Schema(required = true) LocalDate firstDay,
        @Schema(required = true) LocalDate lastDay,
        @Schema(required = true) CompletenessBody total,

        @Schema(required = true, description = "Those that were reserved, are under the plan, or were spoken of")
        List<OfVehicleBody> vehicles,

        @Schema(description = "Absent while the period can still be changed") @Nullable
        LogClosingBody closing) {

    /** The same of one vehicle. */
    @Schema(name = "DrivingLogOfVehicle")
    record OfVehicleBody(
            @Schema(required = true) UUID vehicle,

            @Schema(description = "Why the vehicle owes no log; absent if it owes one") @Nullable
            Ground exemption,

            @Schema(required = true) CompletenessBody completeness,
            @Schema(required = true) List<FindingBody> findings,
            @Schema(required = true) DistanceBody distance) {

        static OfVehicleBody of(OfVehicle of) {
            return new OfVehicleBody(
                    of.vehicle().value(),
                    of.exemption().orElse(null),
                    CompletenessBody.of(of.completeness()),
                    of.findings().stream().map(FindingBody::of).toList(),
                    DistanceBody.of(of.ratio()));
        }
    }

    static LogReportBody of(Report report) {
        return new LogReportBody(
                report.company().value(),
                report.period().from(),
                report.period().until(),
                CompletenessBody.of(report.total()),
                report.vehicles().stream().map(OfVehicleBody::of).toList(),
                report.closing().map(LogClosingBody::of).orElse(null));
    }
}
