package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.shared.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void weekly_hours_name_at_least_one_day() {
        assertThatThrownBy(() -> new WeeklyHours(Set.of(), LocalTime.of(9, 0), LocalTime.of(18, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void office_hours_are_counted_in_seoul() {
        assertThat(mondays("09:00", "18:00").on(MONDAY)).isEqualTo(utc("2026-11-02T00:00", "2026-11-02T09:00"));
        assertThat(mondays("09:00", "18:00").overMidnight()).isFalse();
    }

    @Test
    void hours_that_end_before_they_begin_run_over_midnight() {
        assertThat(mondays("22:00", "06:00").on(MONDAY)).isEqualTo(utc("2026-11-02T13:00", "2026-11-02T21:00"));
        assertThat(mondays("22:00", "06:00").overMidnight()).isTrue();
    }

    @Test
    void hours_that_end_at_midnight_end_with_the_day() {
        assertThat(mondays("18:00", "00:00").on(MONDAY)).isEqualTo(utc("2026-11-02T09:00", "2026-11-02T15:00"));
    }

    @Test
    void hours_that_end_when_they_begin_last_a_whole_day() {
        assertThat(mondays("09:00", "09:00").overMidnight()).isTrue();
        assertThat(mondays("09:00", "09:00").on(MONDAY).length()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void hours_run_over_the_end_of_the_year() {
        assertThat(mondays("22:00", "06:00").on(LocalDate.of(2026, 12, 31)))
                .isEqualTo(utc("2026-12-31T13:00", "2026-12-31T21:00"));
    }

    @Test
    void the_weekday_is_the_one_on_which_they_begin() {
        assertThat(mondays("22:00", "06:00").beginsOn(MONDAY)).isTrue();
        assertThat(mondays("22:00", "06:00").beginsOn(MONDAY.plusDays(1))).isFalse();
    }

    @Test
    void the_days_cannot_be_changed_from_outside() {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.MONDAY);
        WeeklyHours hours = new WeeklyHours(days, LocalTime.of(9, 0), LocalTime.of(18, 0));

        days.add(DayOfWeek.SUNDAY);

        assertThat(hours.days()).containsExactly(DayOfWeek.MONDAY);
    }

    private static WeeklyHours mondays(String from, String until) {
        return new WeeklyHours(Set.of(DayOfWeek.MONDAY), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Period utc(String start, String end) {
        return new Period(Instant.parse(start + ":00Z"), Instant.parse(end + ":00Z"));
    }
}
