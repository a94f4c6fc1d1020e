package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aReservationAtRisk;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.outWithAColleague;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationEvent.ReservationStarted;
import io.motorpool.domain.reservation.ReservationRefusal.OdometerRunsBackwards;
import io.motorpool.domain.reservation.ReservationRefusal.OutsideReservedPeriod;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleStillOut;
import io.motorpool.domain.shared.Period;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartingTest {

    private static final Period AGREED = hours(9, 11);

    @Test
    void a_driver_who_comes_has_the_vehicle_in_use() {
        Changed<InUse> changed = accepted(start(at(9, 5)));

        assertThat(changed.reservation()).isEqualTo(new InUse(terms(AGREED), new Departure(at(9, 5), ODOMETER), null));
        assertThat(changed.events())
                .containsExactly(new ReservationStarted(RESERVATION, HANBIT, SONATA, ODOMETER, at(9, 5)));
    }

    @Test
    void a_vehicle_in_use_holds_what_was_reserved() {
        assertThat(accepted(start(at(9, 5))).reservation().occupancy())
                .contains(new Occupancy.ByReservation(
                        RESERVATION, HANBIT, SONATA, KIM, AGREED, at(11, 0), at(11, 30), true));
    }

    @Test
    void a_driver_may_come_at_any_moment_of_the_period() {
        assertThat(start(at(9, 0))).isInstanceOf(Decision.Accepted.class);
        assertThat(start(at(11, 0).minus(A_MOMENT))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_driver_who_comes_too_early_or_too_late_is_refused() {
        assertThat(refused(start(at(9, 0).minus(A_MOMENT)))).isEqualTo(new OutsideReservedPeriod(AGREED));
        assertThat(refused(start(at(11, 0)))).isEqualTo(new OutsideReservedPeriod(AGREED));
    }

    @Test
    void a_driver_whose_grace_is_over_but_whom_nobody_marked_may_still_start() {
        assertThat(start(at(10, 30))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_vehicle_that_a_colleague_still_has_cannot_be_started() {
        Surroundings around = around(aSchedule(outWithAColleague(hours(7, 9))));

        assertThat(refused(aReservationAtRisk(AGREED).start(ODOMETER, around, at(9, 5))))
                .isEqualTo(new VehicleStillOut());
    }

    @Test
    void a_colleague_who_waits_for_their_turn_is_not_in_the_way() {
        Surroundings around = around(aSchedule(
                reservedByAColleague(hours(7, 9)),
                aReservation(AGREED).occupancy().orElseThrow(),
                reservedByAColleague(hours(12, 13))));

        assertThat(aReservation(AGREED).start(ODOMETER, around, at(9, 5))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void the_vehicles_own_entry_in_the_schedule_does_not_count_as_out() {
        Surroundings around = around(aSchedule(aTrip(AGREED).occupancy().orElseThrow()));

        assertThat(aReservation(AGREED).start(ODOMETER, around, at(9, 5))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void the_odometer_shows_at_least_what_it_last_showed() {
        Odometer less = new Odometer(ODOMETER.km() - 1);
        Odometer more = new Odometer(ODOMETER.km() + 1);

        assertThat(refused(aReservation(AGREED).start(less, aFreeDay(), at(9, 5))))
                .isEqualTo(new OdometerRunsBackwards(less.km(), ODOMETER.km()));
        assertThat(accepted(aReservation(AGREED).start(more, aFreeDay(), at(9, 5)))
                        .reservation()
                        .departure()
                        .odometer())
                .isEqualTo(more);
    }

    private static Decision<Changed<InUse>, ReservationRefusal> start(Instant now) {
        return aReservation(AGREED).start(ODOMETER, aFreeDay(), now);
    }
}
