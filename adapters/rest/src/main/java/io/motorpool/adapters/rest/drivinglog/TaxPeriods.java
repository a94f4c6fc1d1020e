package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.drivinglog.TaxPeriod;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Business years, and parts of them, as callers name them: by their first and their last day in Seoul (P1). */
final class TaxPeriods {

    static final String FIRST = "2026-12-01";
    static final String LAST = "2026-12-31";

    private TaxPeriods() {}

    /** Which one is asked about. */
    record Asked(
            @QueryParam("firstDay") @Nullable String firstDay,
            @QueryParam("lastDay") @Nullable String lastDay) {

        TaxPeriod period() {
            return read(firstDay, lastDay);
        }
    }

    /** Which one something is to be done with. */
    @Schema(name = "TaxPeriod", description = "A business year or a part of one, both days included")
    record PeriodBody(
            @Schema(required = true, format = "date", examples = FIRST) @Nullable
            String firstDay,

            @Schema(required = true, format = "date", description = "Less than a year later", examples = LAST) @Nullable
            String lastDay) {

        TaxPeriod period() {
            return read(firstDay, lastDay);
        }
    }

    private static TaxPeriod read(@Nullable String firstDay, @Nullable String lastDay) {
        Input in = new Input();
        Field<LocalDate> first = in.date("firstDay", firstDay);
        Field<LocalDate> last = in.date("lastDay", lastDay);
        Field<TaxPeriod> period = in.made("lastDay", () -> new TaxPeriod(first.get(), last.get()));
        return in.build(period::get);
    }
}
