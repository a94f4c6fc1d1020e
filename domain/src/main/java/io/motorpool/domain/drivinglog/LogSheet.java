package io.motorpool.domain.drivinglog;

import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import java.util.List;

/**
 * One vehicle's sheet for one tax period.
 *
 * @param rows in the order in which they were driven
 * @param findings what is wrong with the readings of the period
 * @param ratio by distance: of everything that the odometer moved in the period, also where it is no row
 */
public record LogSheet(
        VehicleId vehicle,
        CompanyId company,
        TaxPeriod period,
        List<Row> rows,
        List<OdometerFinding> findings,
        BusinessRatio ratio) {

    public LogSheet {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /**
     * A trip that is in.
     *
     * @param gapKm kilometres before it that nobody accounts for
     * @param otherKm kilometres before it that were driven, but are not in the log
     */
    public record Row(Trip trip, Basis basis, int gapKm, int otherKm) {}

    /** The rows for which the sheet cannot be made. */
    public List<OdometerFinding.Backwards> blocking() {
        return findings.stream()
                .filter(OdometerFinding.Backwards.class::isInstance)
                .map(OdometerFinding.Backwards.class::cast)
                .toList();
    }
}
