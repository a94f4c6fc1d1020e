package io.motorpool.domain.route;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.route.Fixtures.DECEMBER_1ST;
import static io.motorpool.domain.route.Fixtures.MONDAY;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.SONATA_BY_KIM;
import static io.motorpool.domain.route.Fixtures.aRoute;
import static io.motorpool.domain.route.Fixtures.aSlot;
import static io.motorpool.domain.route.Fixtures.at;
import static io.motorpool.domain.route.Fixtures.closed;
import static io.motorpool.domain.route.Fixtures.day;
import static io.motorpool.domain.route.Fixtures.free;
import static io.motorpool.domain.route.Fixtures.number;
import static io.motorpool.domain.route.Fixtures.numbers;
import static io.motorpool.domain.route.Fixtures.order;
import static io.motorpool.domain.route.Fixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.RouteClosed;
import io.motorpool.domain.route.RouteRefusal.RouteStillServed;
import io.motorpool.domain.route.RouteRefusal.SlotRetired;
import io.motorpool.domain.route.RouteRefusal.SlotStillServed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotTest {

    @Test
    void a_slot_departs_when_its_timetable_says_in_seoul() {
        Slot slot = aSlot(weekdays(MONDAY, "18:30", "08:00"));

        assertThat(slot.departuresOn(MONDAY)).containsExactly(at(MONDAY, 8, 0), at(MONDAY, 18, 30));
        assertThat(slot.departuresOn(MONDAY.plusDays(5))).isEmpty();
        assertThat(slot.departuresOn(MONDAY.minusDays(3))).isEmpty();
    }

    @Test
    void of_several_timetables_the_one_that_began_last_holds() {
        Slot slot = aSlot(weekdays(MONDAY, "08:00"), weekdays(MONDAY.plusDays(7), "09:00"));

        assertThat(slot.departuresOn(MONDAY.plusDays(4))).containsExactly(at(MONDAY.plusDays(4), 8, 0));
        assertThat(slot.departuresOn(MONDAY.plusDays(7))).containsExactly(at(MONDAY.plusDays(7), 9, 0));
    }

    @Test
    void a_timetable_for_the_same_day_takes_the_place_of_the_one_before() {
        Slot slot = accepted(aSlot(weekdays(MONDAY, "08:00")).schedule(weekdays(MONDAY, "07:00"), ClosedMonths.NONE));

        assertThat(slot.departuresOn(MONDAY)).containsExactly(at(MONDAY, 7, 0));
        assertThat(slot.timetables()).hasSize(1);
    }

    @Test
    void a_timetable_does_not_begin_in_a_confirmed_month() {
        assertThat(refused(aSlot().schedule(weekdays(MONDAY, "08:00"), closed(NOVEMBER))))
                .isEqualTo(new MonthClosed(NOVEMBER));
    }

    @Test
    void a_slot_is_retired_once_nobody_serves_it_and_then_departs_no_more() {
        Slot slot = aSlot(weekdays(MONDAY, "08:00"));
        DispatchSheet empty = DispatchSheet.empty(slot);
        DispatchSheet served = accepted(empty.dispatch(
                        order(SONATA_BY_KIM, day(1), null, ContractCause.DISPATCH),
                        free(SONATA_BY_KIM.vehicle()),
                        ClosedMonths.NONE,
                        numbers(),
                        DECEMBER_1ST))
                .sheet();

        Slot retired = accepted(slot.retire(empty, DECEMBER_1ST));

        assertThat(refused(slot.retire(served, DECEMBER_1ST))).isEqualTo(new SlotStillServed(number(1)));
        assertThat(retired.departuresOn(MONDAY)).isEmpty();
        assertThat(refused(retired.retire(empty, DECEMBER_1ST))).isEqualTo(new SlotRetired());
        assertThat(refused(retired.schedule(weekdays(MONDAY, "08:00"), ClosedMonths.NONE)))
                .isEqualTo(new SlotRetired());
    }

    @Test
    void a_route_is_closed_once_its_slots_are_retired_and_then_not_changed() {
        Route closed = accepted(aRoute().close(0));

        assertThat(refused(aRoute().close(2))).isEqualTo(new RouteStillServed(2));
        assertThat(refused(closed.close(0))).isEqualTo(new RouteClosed());
        assertThat(refused(closed.rename("강남-분당"))).isEqualTo(new RouteClosed());
        assertThat(refused(closed.whileOpen())).isEqualTo(new RouteClosed());
        assertThat(accepted(aRoute().rename("강남-분당")).name()).isEqualTo("강남-분당");
    }

    @Test
    void a_timetable_has_whole_minutes_each_once_and_not_too_many() {
        List<LocalTime> tooMany = IntStream.rangeClosed(0, Timetable.MOST_DEPARTURES)
                .mapToObj(LocalTime.MIN::plusMinutes)
                .toList();

        assertThatThrownBy(() -> on(MONDAY, List.of(LocalTime.of(8, 0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(MONDAY, List.of(LocalTime.of(8, 0), LocalTime.of(8, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(MONDAY, tooMany)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aSlot(weekdays(MONDAY, "08:00"), weekdays(MONDAY, "09:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(on(MONDAY, List.of())).isEqualTo(new Timetable(MONDAY, Map.of()));
    }

    private static Timetable on(LocalDate from, List<LocalTime> times) {
        return new Timetable(from, Map.of(DayOfWeek.MONDAY, times));
    }
}
