package io.motorpool.domain.route;

import io.motorpool.domain.shared.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * The months of a company that are settled and confirmed. What was driven in one of them is no longer anybody's to change:
 * a correction is a reversal, which opens the month again.
 */
public record ClosedMonths(Set<YearMonth> months) {

    public static final ClosedMonths NONE = new ClosedMonths(Set.of());

    public ClosedMonths {
        months = Set.copyOf(months);
    }

    public boolean contain(LocalDate serviceDate) {
        return months.contains(YearMonth.from(serviceDate));
    }

    /** The earliest closed month of which the span has a part. */
    public Optional<YearMonth> firstTouchedBy(Span span) {
        return months.stream().filter(month -> span.overlaps(spanOf(month))).min(Comparator.naturalOrder());
    }

    /** From midnight to midnight in Seoul (P1). */
    private static Span spanOf(YearMonth month) {
        return Span.of(startOf(month.atDay(1)), startOf(month.plusMonths(1).atDay(1)));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(BusinessZone.SEOUL).toInstant();
    }
}
