package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aVehicleIn;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aReservationAtRisk;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.outWithAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.DriverDidNotShow;
import io.motorpool.domain.reservation.ReservationEvent.ReservationCancelled;
import io.motorpool.domain.reservation.ReservationRefusal.NoShowTooEarly;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleNotInService;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleStillOut;
import io.motorpool.domain.shared.Period;
import org.junit.jupiter.api.Test;

class NoShowTest {

    private static final Period AGREED = hours(9, 11);

    @Test
    void a_driver_who_does_not_come_within_the_grace_is_a_no_show_and_the_vehicle_is_free() {
        Changed<? extends Reservation> changed = accepted(aReservation(AGREED).lapse(aFreeDay(), at(9, 30)));

        assertThat(changed.reservation()).isEqualTo(new NoShow(terms(AGREED), at(9, 30)));
        assertThat(changed.reservation().occupancy()).isEmpty();
        assertThat(changed.events()).containsExactly(new DriverDidNotShow(RESERVATION, HANBIT, SONATA, at(9, 30)));
    }

    @Test
    void within_the_grace_it_is_too_early_to_say() {
        assertThat(refused(aReservation(AGREED).lapse(aFreeDay(), at(9, 30).minus(A_MOMENT))))
                .isEqualTo(new NoShowTooEarly(at(9, 30)));
    }

    @Test
    void a_grace_that_began_again_is_waited_for() {
        Reserved backLate = new Reserved(terms(AGREED), false, at(9, 50));

        assertThat(refused(backLate.lapse(aFreeDay(), at(9, 40)))).isEqualTo(new NoShowTooEarly(at(9, 50)));
        assertThat(accepted(backLate.lapse(aFreeDay(), at(9, 50))).reservation().status())
                .isEqualTo(ReservationStatus.NO_SHOW);
    }

    @Test
    void who_waits_for_a_vehicle_that_is_not_there_is_no_no_show() {
        assertThat(refused(aReservationAtRisk(AGREED).lapse(aFreeDay(), at(9, 30))))
                .isEqualTo(new VehicleStillOut());
        assertThat(refused(
                        aReservationAtRisk(AGREED).lapse(aFreeDay(), at(11, 0).minus(A_MOMENT))))
                .isEqualTo(new VehicleStillOut());
    }

    @Test
    void who_was_not_warned_that_the_vehicle_is_out_is_no_no_show_either() {
        Surroundings stillOut = around(aSchedule(outWithAColleague(hours(7, 8))));

        assertThat(refused(aReservation(AGREED).lapse(stillOut, at(9, 30)))).isEqualTo(new VehicleStillOut());
        assertThat(accepted(aReservation(AGREED).lapse(stillOut, at(11, 0)))
                        .reservation()
                        .status())
                .isEqualTo(ReservationStatus.CANCELLED);
    }

    @Test
    void who_finds_the_vehicle_out_of_service_is_no_no_show() {
        Surroundings inTheWorkshop = around(aVehicleIn(VehicleStatus.MAINTENANCE));

        assertThat(refused(aReservation(AGREED).lapse(inTheWorkshop, at(9, 30))))
                .isEqualTo(new VehicleNotInService(VehicleStatus.MAINTENANCE));
        assertThat(accepted(aReservation(AGREED).lapse(inTheWorkshop, at(11, 0)))
                        .reservation()
                        .status())
                .isEqualTo(ReservationStatus.CANCELLED);
    }

    @Test
    void a_reservation_whose_vehicle_never_came_is_cancelled_at_its_end() {
        Changed<? extends Reservation> changed =
                accepted(aReservationAtRisk(AGREED).lapse(aFreeDay(), at(11, 0)));

        assertThat(changed.reservation()).isEqualTo(new Cancelled(terms(AGREED), at(11, 0)));
        assertThat(changed.events()).containsExactly(new ReservationCancelled(RESERVATION, HANBIT, SONATA, at(11, 0)));
    }

    @Test
    void a_driver_who_cancels_frees_the_vehicle() {
        Changed<Cancelled> changed = aReservation(AGREED).cancel(MONDAY_8AM);

        assertThat(changed.reservation()).isEqualTo(new Cancelled(terms(AGREED), MONDAY_8AM));
        assertThat(changed.reservation().occupancy()).isEmpty();
        assertThat(changed.events()).containsExactly(new ReservationCancelled(RESERVATION, HANBIT, SONATA, MONDAY_8AM));
    }
}
