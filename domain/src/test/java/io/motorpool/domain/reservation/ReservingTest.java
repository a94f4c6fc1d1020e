package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.aCompanyThatLeft;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.anAgendaWith;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.inTheWorkshop;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReserved;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.StartInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.Period;
import org.junit.jupiter.api.Test;

class ReservingTest {

    private static final Period WANTED = hours(9, 11);

    @Test
    void a_free_vehicle_is_reserved_and_waits_half_an_hour_for_its_driver() {
        Changed<Reserved> changed = accepted(reserve(aFreeDay()));

        assertThat(changed.reservation()).isEqualTo(new Reserved(terms(WANTED), false, at(9, 30)));
        assertThat(changed.events())
                .containsExactly(new VehicleReserved(RESERVATION, HANBIT, SONATA, KIM, WANTED, MONDAY_8AM));
    }

    @Test
    void a_reserved_vehicle_is_held_until_its_turnaround_is_over() {
        Reserved reserved = accepted(reserve(aFreeDay())).reservation();

        assertThat(reserved.occupancy())
                .contains(new Occupancy.ByReservation(
                        RESERVATION, HANBIT, SONATA, KIM, WANTED, at(11, 0), at(11, 30), false));
    }

    @Test
    void an_overlapping_reservation_is_refused_with_what_is_in_the_way() {
        Surroundings around = around(aSchedule(reservedByAColleague(hours(10, 12))));

        assertThat(refused(reserve(around))).isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(10, 12)));
    }

    @Test
    void the_turnaround_of_the_one_before_is_in_the_way_too() {
        Surroundings around = around(aSchedule(reservedByAColleague(hours(7, 9), at(9, 30))));

        assertThat(refused(reserve(around)))
                .isEqualTo(new VehicleTaken(OccupancyKind.BUFFER, new Period(at(9, 0), at(9, 30))));
    }

    @Test
    void a_reservation_fits_exactly_between_two_others() {
        Surroundings around = around(aSchedule(
                reservedByAColleague(hours(7, 8), at(9, 0)), inTheWorkshop(new Period(at(11, 30), at(14, 0)))));

        assertThat(accepted(reserve(around)).reservation().terms().period()).isEqualTo(WANTED);
    }

    @Test
    void a_driver_with_another_vehicle_at_that_time_is_refused() {
        assertThat(refused(reserve(around(anAgendaWith(hours(10, 12)))))).isEqualTo(new DriverBusy(hours(10, 12)));
    }

    @Test
    void the_drivers_own_plans_compare_driving_and_not_cleaning() {
        assertThat(reserve(around(anAgendaWith(hours(11, 12))))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_period_that_is_no_period_for_a_reservation_is_refused_first() {
        assertThat(refused(Reservation.reserve(terms(hours(6, 7)), around(aCompanyThatLeft()), MONDAY_8AM)))
                .isEqualTo(new StartInThePast(MONDAY_8AM));
    }

    private static Decision<Changed<Reserved>, ReservationRefusal> reserve(Surroundings around) {
        return Reservation.reserve(terms(WANTED), around, MONDAY_8AM);
    }
}
