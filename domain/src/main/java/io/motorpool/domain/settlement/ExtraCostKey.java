package io.motorpool.domain.settlement;

import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.shared.Text;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * By what people recognise an extra cost: the day, the route, what kind it is, and the number of the receipt or request. Two
 * lines with the same key are one cost, however often they are sent.
 */
public record ExtraCostKey(LocalDate serviceDate, RouteId route, ExtraCostKind kind, String reference) {

    public static final int LONGEST_REFERENCE = 40;

    public ExtraCostKey {
        Text.check("a reference", reference, LONGEST_REFERENCE);
    }

    public YearMonth month() {
        return YearMonth.from(serviceDate);
    }
}
