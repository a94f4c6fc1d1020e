package io.motorpool.domain.fleet;

import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours that recur on some weekdays, in Seoul time (P1). When they end at or before the time they begin, they run over
 * midnight into the next day; the weekday is the one on which they begin.
 */
public record WeeklyHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    public WeeklyHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("weekly hours name at least one weekday");
        }
    }

    public boolean overMidnight() {
        return !until.isAfter(from);
    }

    public boolean beginsOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    /** The hours that begin on this date. */
    public Period on(LocalDate date) {
        LocalDate lastDay = overMidnight() ? date.plusDays(1) : date;
        return new Period(
                date.atTime(from).atZone(BusinessZone.SEOUL).toInstant(),
                lastDay.atTime(until).atZone(BusinessZone.SEOUL).toInstant());
    }
}
