package io.motorpool.domain.drivinglog;

import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Period;
import java.time.Instant;
import java.time.LocalDate;

/** A business year or a part of one (사업연도, 과세기간): days in Seoul (P1), both included, at most a year. */
public record TaxPeriod(LocalDate from, LocalDate until) {

    public TaxPeriod {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a tax period ends on or after the day it begins");
        }
        if (!until.isBefore(from.plusYears(1))) {
            throw new IllegalArgumentException("a tax period is at most a year long");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(until);
    }

    /** Whether the two have a day in common. */
    public boolean overlaps(TaxPeriod other) {
        return !other.until.isBefore(from) && !other.from.isAfter(until);
    }

    public boolean isOver(Instant now) {
        return !hours().end().isAfter(now);
    }

    /** From the first midnight to the last. */
    public Period hours() {
        return new Period(startOf(from), startOf(until.plusDays(1)));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(BusinessZone.SEOUL).toInstant();
    }
}
