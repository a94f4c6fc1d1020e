package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.NOTHING;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aLateTrip;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.departureOf;
import static io.motorpool.domain.reservation.Fixtures.heldBack;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.inTheWorkshop;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationEvent.ReturnOverdue;
import io.motorpool.domain.reservation.ReservationRefusal.NotOverdue;
import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LateReturnTest {

    private static final Period AGREED = hours(9, 11);

    @Test
    void a_vehicle_that_is_not_back_at_the_end_keeps_its_place_for_a_while() {
        Changed<InUse> changed = recorded(aTrip(AGREED), aSchedule(), at(11, 0));

        assertThat(changed.reservation()).isEqualTo(new InUse(terms(AGREED), departureOf(AGREED), at(11, 40)));
        assertThat(changed.reservation().overdue()).isTrue();
        assertThat(changed.events())
                .containsExactly(new ReturnOverdue(RESERVATION, HANBIT, SONATA, KIM, at(11, 40), at(11, 0)));
    }

    @Test
    void a_vehicle_is_not_late_before_its_end() {
        Instant inTime = at(11, 0).minus(A_MOMENT);

        assertThat(refused(aTrip(AGREED).recordLateReturn(aSchedule(), inTime))).isEqualTo(new NotOverdue(at(11, 0)));
        assertThat(aTrip(AGREED).overdue()).isFalse();
    }

    @Test
    void the_place_of_a_late_vehicle_is_explained_as_reserved_and_needs_no_buffer() {
        InUse late = recorded(aTrip(AGREED), aSchedule(), at(11, 0)).reservation();

        assertThat(late.occupancy())
                .contains(new Occupancy.ByReservation(
                        RESERVATION, HANBIT, SONATA, KIM, AGREED, at(11, 40), at(11, 40), true));
    }

    @Test
    void the_place_is_kept_in_whole_steps_of_the_grid() {
        assertThat(keptUntil(aTrip(AGREED), aSchedule(), at(11, 10).minus(A_MOMENT)))
                .isEqualTo(at(11, 40));
        assertThat(keptUntil(aTrip(AGREED), aSchedule(), at(11, 10))).isEqualTo(at(11, 50));
    }

    @Test
    void a_long_turnaround_is_not_given_up() {
        assertThat(keptUntil(aTrip(AGREED, Duration.ofHours(2)), aSchedule(), at(11, 0)))
                .isEqualTo(at(13, 0));
    }

    @Test
    void the_place_ends_where_the_next_one_begins() {
        VehicleSchedule schedule = aSchedule(reservedByAColleague(new Period(at(11, 30), at(13, 0))));

        assertThat(keptUntil(aTrip(AGREED), schedule, at(11, 20))).isEqualTo(at(11, 30));
    }

    @Test
    void a_vehicle_that_is_wanted_at_once_keeps_no_more_than_its_own_time() {
        VehicleSchedule schedule = aSchedule(inTheWorkshop(hours(11, 13)));

        InUse late = recorded(aTrip(AGREED, NOTHING), schedule, at(11, 5)).reservation();

        assertThat(late.overdue()).isTrue();
        assertThat(late.occupancy().orElseThrow().held()).isEqualTo(AGREED);
    }

    @Test
    void a_block_that_the_vehicle_has_missed_gives_way() {
        InUse late = aLateTrip(AGREED, at(12, 0));
        VehicleSchedule schedule = aSchedule(
                inTheWorkshop(hours(7, 8)),
                late.occupancy().orElseThrow(),
                inTheWorkshop(hours(12, 13)),
                heldBack(hours(14, 15)));

        assertThat(late.blocksMissed(schedule, at(13, 0).minus(A_MOMENT))).isEmpty();
        assertThat(accepted(late.recordLateReturn(schedule, at(13, 0).minus(A_MOMENT))))
                .isEmpty();

        assertThat(late.blocksMissed(schedule, at(13, 0)))
                .containsExactly((Occupancy.ByDivision) inTheWorkshop(hours(12, 13)));
        assertThat(keptUntil(late, schedule, at(13, 0))).isEqualTo(at(13, 40));
        assertThat(keptUntil(late, schedule, at(13, 45))).isEqualTo(at(14, 0));
    }

    @Test
    void who_had_the_vehicle_before_does_not_matter() {
        VehicleSchedule schedule = aSchedule(
                reservedByAColleague(hours(7, 8)), aTrip(AGREED).occupancy().orElseThrow());

        assertThat(keptUntil(aTrip(AGREED), schedule, at(11, 0))).isEqualTo(at(11, 40));
    }

    @Test
    void asking_again_changes_nothing_until_the_place_is_nearly_used_up() {
        InUse late = aLateTrip(AGREED, at(11, 40));

        assertThat(accepted(late.recordLateReturn(aSchedule(), at(11, 0)))).isEmpty();
        assertThat(accepted(late.recordLateReturn(aSchedule(), at(11, 30).minus(A_MOMENT))))
                .isEmpty();
    }

    @Test
    void a_place_that_is_nearly_used_up_is_kept_for_longer() {
        Changed<InUse> changed = recorded(aLateTrip(AGREED, at(11, 40)), aSchedule(), at(11, 30));

        assertThat(changed.reservation().keptUntil()).isEqualTo(at(12, 10));
        assertThat(changed.events())
                .containsExactly(new ReturnOverdue(RESERVATION, HANBIT, SONATA, KIM, at(12, 10), at(11, 30)));
    }

    @Test
    void a_place_that_cannot_grow_is_not_announced_again() {
        VehicleSchedule schedule = aSchedule(reservedByAColleague(hours(12, 13)));

        assertThat(accepted(aLateTrip(AGREED, at(12, 0)).recordLateReturn(schedule, at(11, 55))))
                .isEmpty();
        assertThat(accepted(aLateTrip(AGREED, at(12, 0)).recordLateReturn(schedule, at(14, 0))))
                .isEmpty();
    }

    @Test
    void a_place_grows_again_once_the_next_one_is_gone() {
        assertThat(keptUntil(aLateTrip(AGREED, at(12, 0)), aSchedule(), at(14, 0)))
                .isEqualTo(at(14, 40));
    }

    @Property
    void a_kept_place_always_fits_into_the_schedule_and_never_shrinks(
            @ForAll @IntRange(min = 0, max = 300) int minutesLate,
            @ForAll @IntRange(min = 0, max = 24) int turnaroundSteps,
            @ForAll @IntRange(min = 0, max = 20) int stepsToTheNext) {
        InUse trip = aTrip(AGREED, ReservationPolicy.GRID.multipliedBy(turnaroundSteps));
        Instant clearAt = trip.occupancy().orElseThrow().held().end();
        Instant nextAt = clearAt.plus(ReservationPolicy.GRID.multipliedBy(stepsToTheNext));
        VehicleSchedule schedule = aSchedule(
                trip.occupancy().orElseThrow(),
                reservedByAColleague(new Period(nextAt, nextAt.plus(ReservationPolicy.SHORTEST))));

        InUse late = recorded(trip, schedule, AGREED.end().plus(Duration.ofMinutes(minutesLate)))
                .reservation();

        Occupancy held = late.occupancy().orElseThrow();
        assertThat(schedule.place(held)).isInstanceOf(Decision.Accepted.class);
        assertThat(held.held().end()).isAfterOrEqualTo(clearAt).isBeforeOrEqualTo(nextAt);
    }

    private static Changed<InUse> recorded(InUse trip, VehicleSchedule schedule, Instant now) {
        return accepted(trip.recordLateReturn(schedule, now)).orElseThrow();
    }

    private static Instant keptUntil(InUse trip, VehicleSchedule schedule, Instant now) {
        return Optional.ofNullable(recorded(trip, schedule, now).reservation().keptUntil())
                .orElseThrow();
    }
}
