package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.ReservationPolicy.BLOCK_HORIZON;
import static io.motorpool.domain.reservation.ReservationPolicy.GRID;
import static io.motorpool.domain.reservation.ReservationPolicy.HORIZON;
import static io.motorpool.domain.reservation.ReservationPolicy.LONGEST;
import static io.motorpool.domain.reservation.ReservationPolicy.SHORTEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ReservationPolicyTest {

    private static final Instant NOW = MONDAY_8AM;

    @Test
    void the_constants_are_the_published_ones() {
        assertThat(GRID).isEqualTo(Duration.ofMinutes(10));
        assertThat(SHORTEST).isEqualTo(Duration.ofMinutes(30));
        assertThat(LONGEST).isEqualTo(Duration.ofDays(30));
        assertThat(HORIZON).isEqualTo(Duration.ofDays(90));
        assertThat(BLOCK_HORIZON).isEqualTo(Duration.ofDays(400));
        assertThat(ReservationPolicy.NEIGHBOUR_REACH).isEqualTo(Duration.ofHours(24));
        assertThat(ReservationPolicy.NO_SHOW_GRACE).isEqualTo(Duration.ofMinutes(30));
        assertThat(ReservationPolicy.LATE_HOLD).isEqualTo(Duration.ofMinutes(30));
        assertThat(ReservationPolicy.RISK_REACH).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void the_shortest_reservation_is_accepted_and_one_step_less_is_not() {
        assertAccepted(lasting(SHORTEST));
        assertRefused(lasting(SHORTEST.minus(GRID)), new ReservationRefusal.TooShort(SHORTEST));
    }

    @Test
    void the_longest_reservation_is_accepted_and_one_step_more_is_not() {
        assertAccepted(lasting(LONGEST));
        assertRefused(lasting(LONGEST.plus(GRID)), new ReservationRefusal.TooLong(LONGEST));
    }

    @Test
    void the_slot_that_is_running_now_may_still_be_taken_and_the_one_before_may_not() {
        Instant lateInTheSlot = at(8, 10).minus(A_MOMENT);

        assertThat(accepted(ReservationPolicy.checkNew(hours(8, 9), lateInTheSlot)))
                .isEqualTo(hours(8, 9));
        assertThat(refused(ReservationPolicy.checkNew(hours(8, 9), at(8, 10))))
                .isEqualTo(new ReservationRefusal.StartInThePast(at(8, 10)));
        assertThat(refused(ReservationPolicy.checkNew(hours(8, 9), at(8, 19))))
                .isEqualTo(new ReservationRefusal.StartInThePast(at(8, 10)));
    }

    @Test
    void a_reservation_may_begin_at_the_horizon_and_not_beyond() {
        assertAccepted(starting(NOW.plus(HORIZON)));
        assertRefused(starting(NOW.plus(HORIZON).plus(GRID)), new ReservationRefusal.BeyondHorizon(NOW.plus(HORIZON)));
    }

    @Test
    void the_horizon_moves_with_the_clock_and_not_with_the_grid() {
        Instant now = at(8, 7);

        assertThat(refused(ReservationPolicy.checkNew(starting(at(8, 10).plus(HORIZON)), now)))
                .isEqualTo(new ReservationRefusal.BeyondHorizon(now.plus(HORIZON)));
    }

    @Test
    void start_and_end_lie_on_the_grid() {
        assertAccepted(new Period(at(9, 10), at(9, 50)));
        assertRefused(new Period(at(9, 5), at(10, 0)), new ReservationRefusal.OffGrid(GRID));
        assertRefused(new Period(at(9, 0), at(9, 55)), new ReservationRefusal.OffGrid(GRID));
        assertRefused(new Period(at(9, 0).plus(A_MOMENT), at(10, 0)), new ReservationRefusal.OffGrid(GRID));
        assertRefused(new Period(at(9, 0), at(10, 0).minus(A_MOMENT)), new ReservationRefusal.OffGrid(GRID));
    }

    @Test
    void a_start_that_stays_is_not_asked_about_again() {
        Period before = hours(6, 9);
        Period after = hours(6, 10);

        assertThat(accepted(ReservationPolicy.checkChanged(before, after, NOW))).isEqualTo(after);
        assertThat(refused(ReservationPolicy.checkChanged(before, hours(7, 10), NOW)))
                .isEqualTo(new ReservationRefusal.StartInThePast(NOW));
    }

    @Test
    void a_changed_end_lies_in_the_future() {
        Period before = hours(6, 9);

        assertThat(refused(ReservationPolicy.checkChanged(before, hours(6, 8), NOW)))
                .isEqualTo(new ReservationRefusal.EndInThePast(NOW));
        assertThat(accepted(ReservationPolicy.checkChanged(before, hours(6, 8), NOW.minus(A_MOMENT))))
                .isEqualTo(hours(6, 8));
    }

    @Test
    void a_changed_period_obeys_the_same_limits() {
        Period before = hours(9, 11);

        assertThat(refused(ReservationPolicy.checkChanged(before, before.withEnd(at(9, 20)), NOW)))
                .isEqualTo(new ReservationRefusal.TooShort(SHORTEST));
        assertThat(refused(ReservationPolicy.checkChanged(before, before.withEnd(at(9, 55)), NOW)))
                .isEqualTo(new ReservationRefusal.OffGrid(GRID));
        assertThat(refused(ReservationPolicy.checkChanged(
                        before, before.withEnd(at(9, 10).plus(LONGEST)), NOW)))
                .isEqualTo(new ReservationRefusal.TooLong(LONGEST));
    }

    @Test
    void a_block_may_begin_in_the_slot_that_is_running_now_and_lies_on_the_grid() {
        Instant lateInTheSlot = at(8, 10).minus(A_MOMENT);

        assertThat(accepted(ReservationPolicy.checkBlock(hours(8, 9), lateInTheSlot)))
                .isEqualTo(hours(8, 9));
        assertThat(refused(ReservationPolicy.checkBlock(hours(8, 9), at(8, 10))))
                .isEqualTo(new ReservationRefusal.StartInThePast(at(8, 10)));
        assertThat(refused(ReservationPolicy.checkBlock(new Period(at(9, 5), at(10, 0)), NOW)))
                .isEqualTo(new ReservationRefusal.OffGrid(GRID));
        assertThat(refused(ReservationPolicy.checkBlock(new Period(at(9, 0), at(9, 55)), NOW)))
                .isEqualTo(new ReservationRefusal.OffGrid(GRID));
    }

    @Test
    void a_block_is_not_over_yet() {
        Instant now = at(8, 5);

        assertThat(refused(ReservationPolicy.checkBlock(new Period(at(8, 0), now), now)))
                .isEqualTo(new ReservationRefusal.EndInThePast(now));
        assertThat(refused(ReservationPolicy.checkBlock(hours(6, 7), now)))
                .isEqualTo(new ReservationRefusal.EndInThePast(now));
    }

    @Test
    void a_block_may_be_shorter_or_longer_than_any_reservation_but_ends_within_reach() {
        Instant furthest = NOW.plus(BLOCK_HORIZON);

        assertThat(accepted(ReservationPolicy.checkBlock(new Period(NOW, NOW.plus(GRID)), NOW))
                        .length())
                .isEqualTo(GRID);
        assertThat(accepted(ReservationPolicy.checkBlock(new Period(NOW, furthest), NOW))
                        .end())
                .isEqualTo(furthest);
        assertThat(refused(ReservationPolicy.checkBlock(new Period(NOW, furthest.plus(GRID)), NOW)))
                .isEqualTo(new ReservationRefusal.BeyondHorizon(furthest));
    }

    @Test
    void the_grid_goes_on_before_the_epoch() {
        assertThat(ReservationPolicy.onGrid(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThat(ReservationPolicy.onGrid(Instant.EPOCH.minus(A_MOMENT))).isEqualTo(Instant.EPOCH.minus(GRID));
        assertThat(ReservationPolicy.onGrid(Instant.EPOCH.minus(GRID))).isEqualTo(Instant.EPOCH.minus(GRID));
    }

    @Property
    void the_point_on_the_grid_is_the_last_one_that_has_come(
            @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        Instant onGrid = ReservationPolicy.onGrid(instant);

        assertThat(onGrid).isBeforeOrEqualTo(instant);
        assertThat(onGrid.plus(GRID)).isAfter(instant);
        assertThat(onGrid.getEpochSecond() % GRID.toSeconds()).isZero();
        assertThat(ReservationPolicy.onGrid(onGrid)).isEqualTo(onGrid);
    }

    private static void assertAccepted(Period period) {
        assertThat(accepted(ReservationPolicy.checkNew(period, NOW))).isEqualTo(period);
    }

    private static void assertRefused(Period period, ReservationRefusal because) {
        assertThat(refused(ReservationPolicy.checkNew(period, NOW))).isEqualTo(because);
    }

    private static Period lasting(Duration length) {
        return new Period(at(9, 0), at(9, 0).plus(length));
    }

    private static Period starting(Instant start) {
        return new Period(start, start.plus(SHORTEST));
    }
}
