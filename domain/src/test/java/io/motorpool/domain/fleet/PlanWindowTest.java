package io.motorpool.domain.fleet;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.shared.BusinessZone.SEOUL;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The properties compare a window with a calendar that asks each hour on its own; the year ends in the middle of it. */
class PlanWindowTest {

    private static final PlanWindowId WINDOW = new PlanWindowId(new UUID(6, 1));
    private static final PlanWindowId OTHER_WINDOW = new PlanWindowId(new UUID(6, 2));
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 21);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final int CALENDAR_DAYS = 36;

    @Test
    void the_days_outside_the_term_have_no_window() {
        PlanWindow window = daily(new ContractTerm(MONDAY, TUESDAY), "09:00", "18:00");

        assertThat(window.within(theWholeCalendar())).containsExactly(hours(MONDAY, 9, 18), hours(TUESDAY, 9, 18));
    }

    @Test
    void a_window_that_begins_on_the_last_day_runs_on_over_midnight() {
        PlanWindow window = daily(new ContractTerm(MONDAY, MONDAY), "22:00", "06:00");

        assertThat(window.within(theWholeCalendar())).containsExactly(hours(MONDAY, 22, 30));
    }

    @Test
    void a_window_that_began_the_day_before_is_seen_in_the_morning() {
        PlanWindow window = daily(new ContractTerm(MONDAY, MONDAY), "22:00", "06:00");

        assertThat(window.within(hours(TUESDAY, 5, 12))).containsExactly(hours(TUESDAY, 5, 6));
        assertThat(window.within(hours(TUESDAY, 6, 12))).isEmpty();
    }

    @Test
    void a_window_runs_over_the_end_of_the_year() {
        LocalDate lastDay = LocalDate.of(2026, 12, 31);
        PlanWindow window = daily(new ContractTerm(MONDAY, lastDay), "22:00", "06:00");

        assertThat(window.within(hours(lastDay.plusDays(1), 0, 24))).containsExactly(hours(lastDay, 24, 30));
    }

    @Test
    void only_the_agreed_weekdays_count() {
        PlanWindow window = window(
                WINDOW,
                SONATA,
                new ContractTerm(MONDAY, MONDAY.plusDays(13)),
                new WeeklyHours(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.parse("09:00"), LocalTime.parse("18:00")),
                false);

        assertThat(window.within(theWholeCalendar()))
                .containsExactly(
                        hours(MONDAY, 9, 18),
                        hours(MONDAY.plusDays(4), 9, 18),
                        hours(MONDAY.plusDays(7), 9, 18),
                        hours(MONDAY.plusDays(11), 9, 18));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_window_covers_exactly_the_agreed_hours(
            @ForAll("windows") PlanWindow window, @ForAll("periods") Period period) {
        assertThat(hoursOf(window.within(period)))
                .isEqualTo(calendar()
                        .filter(period::contains)
                        .filter(hour -> isAgreed(window, hour))
                        .collect(Collectors.toSet()));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void what_falls_into_a_period_is_clipped_to_it_and_in_order(
            @ForAll("windows") PlanWindow window, @ForAll("periods") Period period) {
        List<Period> within = window.within(period);

        assertThat(within).allMatch(period::contains);
        assertThat(IntStream.range(1, within.size()))
                .allMatch(i -> !within.get(i - 1).end().isAfter(within.get(i).start()));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void asking_for_two_halves_gives_the_same_hours_as_asking_for_the_whole(
            @ForAll("windows") PlanWindow window,
            @ForAll("periods") Period period,
            @ForAll @IntRange(min = 0, max = 400) int hoursToTheCut) {
        Instant cut = period.start().plus(Duration.ofHours(hoursToTheCut));
        if (!period.contains(cut) || cut.equals(period.start())) {
            return;
        }
        List<Period> halves = Stream.concat(
                        window.within(period.withEnd(cut)).stream(),
                        window.within(new Period(cut, period.end())).stream())
                .toList();

        assertThat(hoursOf(halves)).isEqualTo(hoursOf(window.within(period)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void two_windows_of_a_vehicle_agree_exactly_when_no_hour_is_agreed_twice(
            @ForAll("windows") PlanWindow window, @ForAll("other windows") PlanWindow other) {
        boolean agreedTwice = calendar().anyMatch(hour -> isAgreed(window, hour) && isAgreed(other, hour));

        Decision<PlanWindow, FleetRefusal> decision = window.besides(List.of(other));

        assertThat(decision)
                .isEqualTo(
                        agreedTwice ? Decision.refuse(new FleetRefusal.PlanWindowOverlaps()) : Decision.accept(window));
        assertThat(other.besides(List.of(window)) instanceof Decision.Refused).isEqualTo(agreedTwice);
    }

    @Test
    void a_window_agrees_with_itself_with_another_vehicles_and_with_one_that_ended() {
        PlanWindow window = daily(new ContractTerm(MONDAY, TUESDAY), "09:00", "18:00");
        PlanWindow ofAnotherVehicle = window(OTHER_WINDOW, OTHER_SONATA, window.term(), window.hours(), false);
        PlanWindow ended = window(OTHER_WINDOW, SONATA, window.term(), window.hours(), true);

        assertThat(accepted(window.besides(List.of()))).isEqualTo(window);
        assertThat(accepted(window.besides(List.of(window, ofAnotherVehicle, ended))))
                .isEqualTo(window);
        assertThat(accepted(ended.besides(List.of(window)))).isEqualTo(ended);
    }

    @Test
    void one_clash_among_many_is_enough() {
        PlanWindow window = daily(new ContractTerm(MONDAY, TUESDAY), "09:00", "18:00");
        PlanWindow before = window(OTHER_WINDOW, SONATA, window.term(), everyDay("07:00", "09:00"), false);
        PlanWindow across =
                window(new PlanWindowId(new UUID(6, 3)), SONATA, window.term(), everyDay("17:00", "19:00"), false);

        assertThat(refused(window.besides(List.of(before, across)))).isEqualTo(new FleetRefusal.PlanWindowOverlaps());
    }

    @Test
    void a_window_that_ended_has_no_hours_and_is_no_longer_changed() {
        PlanWindow ended = accepted(
                daily(new ContractTerm(MONDAY, TUESDAY), "09:00", "18:00").retire());

        assertThat(ended.retired()).isTrue();
        assertThat(ended.within(theWholeCalendar())).isEmpty();
        assertThat(refused(ended.retire())).isEqualTo(new FleetRefusal.PlanWindowRetired());
        assertThat(refused(ended.change(ended.term(), ended.hours()))).isEqualTo(new FleetRefusal.PlanWindowRetired());
    }

    @Test
    void term_and_hours_of_a_window_change_and_its_vehicle_stays() {
        PlanWindow window = daily(new ContractTerm(MONDAY, TUESDAY), "09:00", "18:00");
        ContractTerm longer = new ContractTerm(MONDAY, MONDAY.plusDays(30));

        assertThat(accepted(window.change(longer, everyDay("08:00", "12:00"))))
                .isEqualTo(window(WINDOW, SONATA, longer, everyDay("08:00", "12:00"), false));
    }

    @Provide("windows")
    Arbitrary<PlanWindow> windows() {
        return windowsOf(WINDOW);
    }

    @Provide("other windows")
    Arbitrary<PlanWindow> otherWindows() {
        return windowsOf(OTHER_WINDOW);
    }

    @Provide("periods")
    Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, (CALENDAR_DAYS - 10) * 24),
                        Arbitraries.integers().between(1, 10 * 24))
                .as((start, length) -> new Period(hour(start), hour(start + length)));
    }

    private static Arbitrary<PlanWindow> windowsOf(PlanWindowId id) {
        Arbitrary<ContractTerm> terms = Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 14))
                .as((start, days) -> new ContractTerm(MONDAY.plusDays(start), MONDAY.plusDays(start + days)));
        Arbitrary<LocalTime> times = Arbitraries.of(0, 6, 9, 12, 18, 23).map(hour -> LocalTime.of(hour, 0));
        Arbitrary<Set<DayOfWeek>> days =
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(terms, days, times, times)
                .as((term, on, from, until) ->
                        PlanWindow.agree(id, HANBIT, SONATA, term, new WeeklyHours(on, from, until)));
    }

    /** Whether somebody with a calendar on the wall would say that the vehicle is the company's in this hour. */
    private static boolean isAgreed(PlanWindow window, Instant hour) {
        LocalDateTime there = LocalDateTime.ofInstant(hour, SEOUL);
        LocalDate today = there.toLocalDate();
        LocalTime time = there.toLocalTime();
        LocalTime from = window.hours().from();
        LocalTime until = window.hours().until();
        return until.isAfter(from)
                ? begins(window, today) && !time.isBefore(from) && time.isBefore(until)
                : (begins(window, today) && !time.isBefore(from))
                        || (begins(window, today.minusDays(1)) && time.isBefore(until));
    }

    private static boolean begins(PlanWindow window, LocalDate date) {
        return !date.isBefore(window.term().from())
                && !date.isAfter(window.term().until())
                && window.hours().days().contains(date.getDayOfWeek());
    }

    private static Stream<Instant> calendar() {
        return IntStream.range(0, CALENDAR_DAYS * 24).mapToObj(PlanWindowTest::hour);
    }

    private static Set<Instant> hoursOf(List<Period> periods) {
        return calendar()
                .filter(hour -> periods.stream().anyMatch(period -> period.contains(hour)))
                .collect(Collectors.toSet());
    }

    /** The calendar begins two days before the earliest term. */
    private static Instant hour(int number) {
        return MONDAY.minusDays(2).atStartOfDay(SEOUL).toInstant().plus(Duration.ofHours(number));
    }

    private static Period theWholeCalendar() {
        return new Period(hour(0), hour(CALENDAR_DAYS * 24));
    }

    private static Period hours(LocalDate date, int from, int until) {
        Instant midnight = date.atStartOfDay(SEOUL).toInstant();
        return new Period(midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(until)));
    }

    private static WeeklyHours everyDay(String from, String until) {
        return new WeeklyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static PlanWindow daily(ContractTerm term, String from, String until) {
        return window(WINDOW, SONATA, term, everyDay(from, until), false);
    }

    private static PlanWindow window(
            PlanWindowId id, VehicleId vehicle, ContractTerm term, WeeklyHours hours, boolean retired) {
        return new PlanWindow(id, HANBIT, vehicle, term, hours, retired);
    }
}
