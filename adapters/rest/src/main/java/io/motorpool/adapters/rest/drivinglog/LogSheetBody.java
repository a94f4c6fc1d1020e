package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.application.drivinglog.ShownSheet;
import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.LogSheet;
import io.motorpool.domain.drivinglog.Trip;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The official form of one vehicle and one period: what the workbook shows, as JSON. */
@Schema(name = "DrivingLogSheet", description = "The official form (업무용승용차 운행기록부) of one vehicle")
record LogSheetBody(
        @Schema(required = true) UUID vehicle,
        @Schema(required = true) UUID company,
        @Schema(required = true) LocalDate firstDay,
        @Schema(required = true) LocalDate lastDay,

        @Schema(required = true, description = "법인명(상호)") String companyName,

        @Schema(required = true, description = "사업자등록번호", examples = "120-81-47521")
        String businessNumber,

        @Schema(required = true, description = "① 차종") String model,
        @Schema(required = true, description = "② 자동차등록번호") String plate,

        @Schema(required = true, description = "In the order in which they were driven")
        List<RowBody> rows,

        @Schema(required = true) List<FindingBody> findings,
        @Schema(required = true) DistanceBody distance) {

    /** A trip that is in. */
    @Schema(name = "DrivingLogRow")
    record RowBody(
            @Schema(required = true) UUID entry,
            @Schema(required = true, minimum = "1") int leg,

            @Schema(required = true, description = "③ 사용일자") LocalDate date,
            @Schema(required = true) UUID driver,

            @Schema(required = true, description = "④ 부서; empty if the driver is no member any more")
            String department,

            @Schema(required = true, description = "④ 성명; empty if the driver is no member any more")
            String driverName,

            @Schema(required = true, minimum = "0", description = "⑤")
            int beforeKm,

            @Schema(required = true, minimum = "0", description = "⑥")
            int afterKm,

            @Schema(required = true, description = "⑦") int km,

            @Schema(required = true, description = "⑧ 출·퇴근용")
            int commuteKm,

            @Schema(required = true, description = "⑨ 일반 업무용")
            int businessKm,

            @Schema(required = true) TripPurpose purpose,

            @Schema(required = true, description = "Why it is in")
            Basis basis,

            @Schema(required = true, minimum = "0", description = "⑩ Kilometres before it that nobody accounts for")
            int gapKm,

            @Schema(required = true, minimum = "0", description = "⑩ Kilometres before it that are not in the log")
            int otherKm) {

        static RowBody of(ShownSheet shown, LogSheet.Row row) {
            Trip trip = row.trip();
            ShownSheet.Driver driver = shown.driverOf(row);
            return new RowBody(
                    trip.id().entry().value(),
                    trip.id().leg(),
                    trip.logDate(),
                    trip.driver().value(),
                    driver.department(),
                    driver.name(),
                    trip.before().km(),
                    trip.after().km(),
                    trip.km(),
                    trip.commuteKm(),
                    trip.businessKm(),
                    TripPurpose.of(trip.purpose()),
                    row.basis(),
                    row.gapKm(),
                    row.otherKm());
        }
    }

    static LogSheetBody of(ShownSheet shown) {
        LogSheet sheet = shown.sheet();
        return new LogSheetBody(
                sheet.vehicle().value(),
                sheet.company().value(),
                sheet.period().from(),
                sheet.period().until(),
                shown.party().name(),
                shown.party().businessNumber().written(),
                shown.model(),
                shown.plate().value(),
                sheet.rows().stream().map(row -> RowBody.of(shown, row)).toList(),
                sheet.findings().stream().map(FindingBody::of).toList(),
                DistanceBody.of(sheet.ratio()));
    }
}
