package io.motorpool.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The properties compare a period with the plain set of its minutes; the day is short, so that many of them touch. */
class PeriodTest {

    private static final int DAY = 12;

    @Test
    void a_period_ends_after_it_starts() {
        assertThatThrownBy(() -> new Period(minute(5), minute(5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(minute(5), minute(5).minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(minute(5).toString());
        assertThat(new Period(minute(5), minute(5).plusNanos(1)).length()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void periods_that_touch_do_not_overlap() {
        assertThat(minutes(0, 5).overlaps(minutes(5, 9))).isFalse();
        assertThat(minutes(5, 9).overlaps(minutes(0, 5))).isFalse();
        assertThat(minutes(0, 5).intersection(minutes(5, 9))).isEmpty();
    }

    @Test
    void a_vehicle_returned_at_the_end_is_already_gone() {
        assertThat(minutes(0, 5).contains(minute(0))).isTrue();
        assertThat(minutes(0, 5).contains(minute(5).minusNanos(1))).isTrue();
        assertThat(minutes(0, 5).contains(minute(5))).isFalse();
        assertThat(minutes(0, 5).contains(minute(0).minusNanos(1))).isFalse();
    }

    @Test
    void a_new_end_keeps_the_start() {
        assertThat(minutes(0, 5).withEnd(minute(9))).isEqualTo(minutes(0, 9));
    }

    @Test
    void the_later_and_the_earlier_of_two_instants_are_told_apart() {
        assertThat(Period.later(minute(1), minute(2))).isEqualTo(minute(2));
        assertThat(Period.later(minute(2), minute(1))).isEqualTo(minute(2));
        assertThat(Period.earlier(minute(1), minute(2))).isEqualTo(minute(1));
        assertThat(Period.earlier(minute(2), minute(1))).isEqualTo(minute(1));
    }

    @Property
    void two_periods_overlap_exactly_when_they_share_a_minute(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.overlaps(other)).isEqualTo(!shared(one, other).isEmpty());
        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    }

    @Property
    void what_two_periods_have_in_common_lies_inside_both(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.intersection(other)).isEqualTo(other.intersection(one));
        assertThat(one.intersection(other).isPresent()).isEqualTo(one.overlaps(other));
        one.intersection(other).ifPresent(common -> {
            assertThat(minutesOf(common)).isEqualTo(shared(one, other));
            assertThat(one.contains(common)).isTrue();
            assertThat(other.contains(common)).isTrue();
        });
    }

    @Property
    void one_period_contains_another_exactly_when_it_has_all_of_its_minutes(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.contains(other)).isEqualTo(minutesOf(one).containsAll(minutesOf(other)));
    }

    @Property
    void a_period_is_as_long_as_it_has_minutes(@ForAll("periods") Period period) {
        assertThat(period.length())
                .isEqualTo(Duration.ofMinutes(minutesOf(period).size()));
    }

    @Property
    void cutting_a_period_in_two_loses_nothing_and_doubles_nothing(
            @ForAll("periods") Period period, @ForAll @IntRange(min = 0, max = DAY) int cut) {
        if (!period.contains(minute(cut)) || period.start().equals(minute(cut))) {
            return;
        }
        Period before = period.withEnd(minute(cut));
        Period after = new Period(minute(cut), period.end());

        assertThat(before.overlaps(after)).isFalse();
        assertThat(before.length().plus(after.length())).isEqualTo(period.length());
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAY - 1),
                        Arbitraries.integers().between(1, DAY))
                .as((start, length) -> minutes(start, start + length));
    }

    private static Set<Integer> minutesOf(Period period) {
        return IntStream.range(0, 3 * DAY)
                .filter(m -> !minute(m).isBefore(period.start()) && minute(m).isBefore(period.end()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> shared(Period one, Period other) {
        return minutesOf(one).stream().filter(minutesOf(other)::contains).collect(Collectors.toSet());
    }

    private static Period minutes(int from, int until) {
        return new Period(minute(from), minute(until));
    }

    private static Instant minute(int minute) {
        return Instant.parse("2026-11-02T00:00:00Z").plus(Duration.ofMinutes(minute));
    }
}
