package io.motorpool.domain.drivinglog;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A company's log of a tax period is what was handed in: from then on nobody says anything about it any more.
 *
 * @param sheets the hash of the workbook, which is kept with it
 * @param rows how many trips are in it
 */
public record LogClosing(CompanyId company, TaxPeriod period, FileDigest sheets, long rows, UserId by, Instant at) {

    public boolean covers(LocalDate date) {
        return period.contains(date);
    }
}
