package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.TURNAROUND;
import static io.motorpool.domain.reservation.Fixtures.NOTHING;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aLateTrip;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.departureOf;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.inTheWorkshop;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationEvent.VehicleForceReturned;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReturned;
import io.motorpool.domain.reservation.ReservationRefusal.OdometerRunsBackwards;
import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturningTest {

    private static final Period AGREED = hours(9, 11);
    private static final Odometer DRIVEN = new Odometer(ODOMETER.km() + 42);
    private static final Odometer BACKWARDS = new Odometer(ODOMETER.km() - 1);

    @Test
    void an_early_return_frees_the_rest_at_once_but_for_the_turnaround() {
        VehicleSchedule schedule = aSchedule(aTrip(AGREED).occupancy().orElseThrow());

        Changed<Returned> changed = accepted(aTrip(AGREED).returnVehicle(DRIVEN, schedule, at(9, 40)));

        assertThat(changed.reservation())
                .isEqualTo(new Returned(terms(AGREED), departureOf(AGREED), at(9, 40), DRIVEN, at(10, 10)));
        assertThat(changed.events())
                .containsExactly(new VehicleReturned(RESERVATION, HANBIT, SONATA, DRIVEN, at(9, 40)));
        assertThat(accepted(schedule.place(changed.reservation().occupancy().orElseThrow()))
                        .freeWithin(hours(9, 12)))
                .containsExactly(new Period(at(9, 0), at(9, 40)), new Period(at(10, 10), at(12, 0)));
    }

    @Test
    void the_turnaround_is_explained_as_a_buffer() {
        Returned returned = accepted(aTrip(AGREED).returnVehicle(DRIVEN, aSchedule(), at(9, 40)))
                .reservation();

        assertThat(returned.occupancy())
                .contains(new Occupancy.ByTurnaround(RESERVATION, HANBIT, SONATA, new Period(at(9, 40), at(10, 10))));
    }

    @Test
    void a_vehicle_without_turnaround_is_free_at_once() {
        Returned returned = accepted(aTrip(AGREED, NOTHING).returnVehicle(DRIVEN, aSchedule(), at(9, 40)))
                .reservation();

        assertThat(returned.clearAt()).isEqualTo(at(9, 40));
        assertThat(returned.occupancy()).isEmpty();
    }

    @Test
    void the_turnaround_of_a_late_vehicle_ends_when_the_next_one_begins() {
        InUse late = aLateTrip(AGREED, at(12, 0));
        VehicleSchedule schedule = aSchedule(late.occupancy().orElseThrow(), reservedByAColleague(hours(12, 13)));

        assertThat(accepted(late.returnVehicle(DRIVEN, schedule, at(11, 30)))
                        .reservation()
                        .clearAt())
                .isEqualTo(at(12, 0));
        assertThat(accepted(late.returnVehicle(DRIVEN, schedule, at(11, 50)))
                        .reservation()
                        .occupancy())
                .contains(new Occupancy.ByTurnaround(RESERVATION, HANBIT, SONATA, new Period(at(11, 50), at(12, 0))));
    }

    @Test
    void a_vehicle_that_comes_back_in_the_time_of_the_next_one_leaves_no_turnaround() {
        InUse late = aLateTrip(AGREED, at(12, 0));
        VehicleSchedule schedule = aSchedule(late.occupancy().orElseThrow(), reservedByAColleague(hours(12, 13)));

        assertThat(accepted(late.returnVehicle(DRIVEN, schedule, at(12, 0)))
                        .reservation()
                        .occupancy())
                .isEmpty();
        assertThat(accepted(late.returnVehicle(DRIVEN, schedule, at(12, 20)))
                        .reservation()
                        .occupancy())
                .isEmpty();
        assertThat(accepted(late.forceReturn(null, schedule, at(12, 20)))
                        .reservation()
                        .occupancy())
                .isEmpty();
    }

    @Test
    void what_was_over_before_a_late_vehicle_came_back_does_not_cut_its_turnaround() {
        VehicleSchedule schedule = aSchedule(inTheWorkshop(hours(11, 12)));

        Returned returned = accepted(
                        aTrip(hours(9, 11), Duration.ofMinutes(30)).returnVehicle(ODOMETER, schedule, at(13, 0)))
                .reservation();

        assertThat(returned.clearAt()).isEqualTo(at(13, 30));
    }

    @Test
    void who_had_the_vehicle_before_does_not_matter() {
        VehicleSchedule schedule = aSchedule(reservedByAColleague(hours(7, 8), at(8, 30)));

        assertThat(accepted(aTrip(AGREED).returnVehicle(DRIVEN, schedule, at(9, 40)))
                        .reservation()
                        .clearAt())
                .isEqualTo(at(10, 10));
    }

    @Property
    void whenever_a_vehicle_comes_back_its_turnaround_fits_into_the_schedule(
            @ForAll @IntRange(min = 0, max = 300) int minutesAfterTheStart,
            @ForAll @IntRange(min = 0, max = 24) int turnaroundSteps,
            @ForAll @IntRange(min = 0, max = 20) int stepsToTheNext) {
        Duration turnaround = ReservationPolicy.GRID.multipliedBy(turnaroundSteps);
        Instant clearAt = AGREED.end().plus(turnaround);
        Instant nextAt = clearAt.plus(ReservationPolicy.GRID.multipliedBy(stepsToTheNext));
        Instant now = AGREED.start().plus(Duration.ofMinutes(minutesAfterTheStart));
        InUse trip = aTrip(AGREED, turnaround);
        VehicleSchedule schedule = aSchedule(
                trip.occupancy().orElseThrow(),
                reservedByAColleague(new Period(nextAt, nextAt.plus(ReservationPolicy.SHORTEST))));

        Returned returned = accepted(trip.returnVehicle(DRIVEN, schedule, now)).reservation();
        ForceReturned forced = accepted(trip.forceReturn(DRIVEN, schedule, now)).reservation();

        assertThat(returned.clearAt()).isBeforeOrEqualTo(now.plus(turnaround));
        assertThat(forced.clearAt()).isEqualTo(returned.clearAt());
        returned.occupancy().ifPresent(rest -> assertThat(schedule.place(rest)).isInstanceOf(Decision.Accepted.class));
        if (!now.plus(turnaround).isAfter(nextAt)) {
            assertThat(returned.clearAt()).isEqualTo(now.plus(turnaround));
        }
    }

    @Test
    void the_odometer_shows_at_least_what_it_showed_on_departure() {
        assertThat(accepted(aTrip(AGREED).returnVehicle(ODOMETER, aSchedule(), at(10, 0)))
                        .reservation()
                        .odometer())
                .isEqualTo(ODOMETER);
        assertThat(refused(aTrip(AGREED).returnVehicle(BACKWARDS, aSchedule(), at(10, 0))))
                .isEqualTo(new OdometerRunsBackwards(BACKWARDS.km(), ODOMETER.km()));
    }

    @Test
    void support_ends_a_use_with_the_reading_somebody_took() {
        Changed<ForceReturned> changed = accepted(forceReturn(DRIVEN));

        assertThat(changed.reservation())
                .isEqualTo(new ForceReturned(terms(AGREED), departureOf(AGREED), at(10, 0), DRIVEN, at(10, 30)));
        assertThat(changed.events())
                .containsExactly(new VehicleForceReturned(RESERVATION, HANBIT, SONATA, DRIVEN, at(10, 0)));
    }

    @Test
    void support_ends_a_use_without_a_reading_when_nobody_could_look() {
        Changed<ForceReturned> changed = accepted(forceReturn(null));

        assertThat(changed.reservation().odometer()).isNull();
        assertThat(changed.events())
                .containsExactly(new VehicleForceReturned(RESERVATION, HANBIT, SONATA, null, at(10, 0)));
    }

    @Test
    void not_even_support_turns_an_odometer_back() {
        assertThat(accepted(forceReturn(ODOMETER)).reservation().odometer()).isEqualTo(ODOMETER);
        assertThat(refused(forceReturn(BACKWARDS))).isEqualTo(new OdometerRunsBackwards(BACKWARDS.km(), ODOMETER.km()));
    }

    @Test
    void a_use_that_support_ended_leaves_the_turnaround_too() {
        assertThat(accepted(forceReturn(null)).reservation().occupancy())
                .contains(new Occupancy.ByTurnaround(
                        RESERVATION,
                        HANBIT,
                        SONATA,
                        new Period(at(10, 0), at(10, 0).plus(TURNAROUND))));
    }

    private static Decision<Changed<ForceReturned>, ReservationRefusal> forceReturn(@Nullable Odometer reading) {
        return aTrip(AGREED).forceReturn(reading, aSchedule(), at(10, 0));
    }
}
