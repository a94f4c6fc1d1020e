package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.application.reconciliation.ReconciliationQueries.Day;
import io.motorpool.application.reconciliation.ReconciliationQueries.Group;
import io.motorpool.application.reconciliation.ReconciliationQueries.Report;
import io.motorpool.domain.reconciliation.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far both systems agree. */
@Schema(name = "ReconciliationReport")
record ReportBody(
        @Schema(required = true) List<TotalBody> totals,

        @Schema(required = true, description = "Day by day in Seoul (P1), by the last change of each reservation")
        List<DayBody> trend,

        @Schema(required = true, description = "What differs in the same way, the largest first")
        List<GroupBody> groups,

        @Schema(required = true, minimum = "0", description = "Reservations that are not compared yet")
        long waiting,

        @Schema(required = true, minimum = "0", description = "Messages that nobody could understand")
        long undecodable) {

    @Schema(name = "VerdictTotal")
    record TotalBody(
            @Schema(required = true) Verdict.Kind kind,
            @Schema(required = true, minimum = "1") long reservations) {

        static List<TotalBody> of(Map<Verdict.Kind, ? extends Number> totals) {
            return totals.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(total -> new TotalBody(total.getKey(), total.getValue().longValue()))
                    .toList();
        }
    }

    @Schema(name = "ReconciledDay")
    record DayBody(
            @Schema(required = true) LocalDate day,
            @Schema(required = true) List<TotalBody> totals) {

        static DayBody of(Day day) {
            return new DayBody(day.day(), TotalBody.of(day.totals()));
        }
    }

    @Schema(name = "DifferenceGroup")
    record GroupBody(
            @Schema(required = true, examples = "FIELD_DIFF /driver")
            String signature,

            @Schema(required = true) Verdict.Kind kind,
            @Schema(required = true, minimum = "1") long reservations,
            @Schema(required = true) List<VerdictBody> samples) {

        static GroupBody of(Group group) {
            return new GroupBody(
                    group.signature(),
                    group.kind(),
                    group.reservations(),
                    group.samples().stream().map(VerdictBody::of).toList());
        }
    }

    static ReportBody of(Report report) {
        return new ReportBody(
                TotalBody.of(report.totals()),
                report.trend().stream().map(DayBody::of).toList(),
                report.groups().stream().map(GroupBody::of).toList(),
                report.waiting(),
                report.undecodable());
    }
}
