package io.motorpool.domain.fleet;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BusinessOccupancyTest {

    private static final ContractTerm YEAR_2027 =
            new ContractTerm(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    private static final Period TWO_WEEKS = period("2027-03-01T00:00:00Z", "2027-03-15T00:00:00Z");

    @Test
    void hours_before_and_after_midnight_are_told_as_one() {
        List<PlanWindow> windows = List.of(
                window(Set.of(DayOfWeek.TUESDAY), LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
                window(Set.of(DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.MIDNIGHT));

        assertThat(BusinessOccupancy.within(TWO_WEEKS, windows).hours())
                .containsExactly(
                        period("2027-03-01T13:00:00Z", "2027-03-01T21:00:00Z"),
                        period("2027-03-08T13:00:00Z", "2027-03-08T21:00:00Z"));
    }

    @Test
    void no_windows_are_no_occupancy() {
        assertThat(BusinessOccupancy.within(TWO_WEEKS, List.of()).hours()).isEmpty();
    }

    @Property
    void it_is_in_order_apart_and_exactly_the_time_that_some_window_covers(
            @ForAll @Size(max = 4) List<@IntRange(max = 167) Integer> beginnings,
            @ForAll @IntRange(min = 1, max = 23) int hours) {
        List<PlanWindow> windows = beginnings.stream()
                .map(hour -> window(
                        Set.of(DayOfWeek.of(hour / 24 + 1)),
                        LocalTime.of(hour % 24, 0),
                        LocalTime.of((hour + hours) % 24, 0)))
                .toList();

        List<Period> told = BusinessOccupancy.within(TWO_WEEKS, windows).hours();

        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i - 1).end()).isBefore(told.get(i).start());
        }
        for (Instant at = TWO_WEEKS.start(); at.isBefore(TWO_WEEKS.end()); at = at.plus(Duration.ofHours(1))) {
            Instant instant = at;
            boolean covered = windows.stream()
                    .flatMap(window -> window.within(TWO_WEEKS).stream())
                    .anyMatch(period -> period.contains(instant));
            assertThat(told.stream().anyMatch(period -> period.contains(instant)))
                    .isEqualTo(covered);
        }
    }

    private static PlanWindow window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        return PlanWindow.agree(
                new PlanWindowId(new UUID(6, 1)), HANBIT, SONATA, YEAR_2027, new WeeklyHours(days, from, until));
    }

    private static Period period(String start, String end) {
        return new Period(Instant.parse(start), Instant.parse(end));
    }
}
