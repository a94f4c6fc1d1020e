package io.motorpool.domain.route;

import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Which departure of which slot a run is. No two runs of a slot depart at the same instant. */
public record RunPlan(RunId id, CompanyId company, RouteId route, SlotId slot, Instant departure) {

    /**
     * The day to which the run belongs: that of its scheduled departure in Seoul, however late it really left and whenever
     * it arrived (P1).
     */
    public LocalDate serviceDate() {
        return LocalDate.ofInstant(departure, BusinessZone.SEOUL);
    }

    public YearMonth month() {
        return YearMonth.from(serviceDate());
    }
}
