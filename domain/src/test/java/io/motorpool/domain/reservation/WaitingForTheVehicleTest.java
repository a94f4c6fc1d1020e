package io.motorpool.domain.reservation;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aReservationAtRisk;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.ReservationRiskCleared;
import io.motorpool.domain.shared.Period;
import org.junit.jupiter.api.Test;

/** The one before is late. */
class WaitingForTheVehicleTest {

    private static final Period AGREED = hours(9, 11);

    @Test
    void the_next_driver_is_told() {
        Changed<Reserved> changed = aReservation(AGREED).flagAtRisk(at(8, 40)).orElseThrow();

        assertThat(changed.reservation()).isEqualTo(new Reserved(terms(AGREED), true, at(9, 30)));
        assertThat(changed.events())
                .containsExactly(new ReservationAtRisk(RESERVATION, HANBIT, SONATA, KIM, at(8, 40)));
    }

    @Test
    void the_next_driver_is_told_once() {
        assertThat(aReservationAtRisk(AGREED).flagAtRisk(at(8, 50))).isEmpty();
    }

    @Test
    void a_driver_who_comes_much_later_is_not_alarmed() {
        assertThat(aReservation(AGREED).flagAtRisk(at(7, 0).minus(A_MOMENT))).isEmpty();
        assertThat(aReservation(AGREED).flagAtRisk(at(7, 0))).isPresent();
    }

    @Test
    void a_driver_who_is_already_waiting_is_told_too() {
        assertThat(aReservation(AGREED).flagAtRisk(at(9, 20))).isPresent();
    }

    @Test
    void a_reservation_at_risk_still_holds_the_vehicle() {
        assertThat(aReservationAtRisk(AGREED).occupancy())
                .isEqualTo(aReservation(AGREED).occupancy());
    }

    @Test
    void once_the_vehicle_is_back_the_driver_has_the_whole_grace_from_then() {
        Changed<Reserved> changed =
                aReservationAtRisk(AGREED).clearRisk(at(9, 20)).orElseThrow();

        assertThat(changed.reservation()).isEqualTo(new Reserved(terms(AGREED), false, at(9, 50)));
        assertThat(changed.events())
                .containsExactly(new ReservationRiskCleared(RESERVATION, HANBIT, SONATA, KIM, at(9, 20)));
    }

    @Test
    void a_vehicle_that_is_back_before_the_start_leaves_the_grace_as_it_was() {
        assertThat(aReservationAtRisk(AGREED).clearRisk(at(8, 50)).orElseThrow().reservation())
                .isEqualTo(aReservation(AGREED));
    }

    @Test
    void where_there_was_no_risk_there_is_nothing_to_clear() {
        assertThat(aReservation(AGREED).clearRisk(at(9, 20))).isEmpty();
    }

    @Test
    void a_vehicle_that_is_late_a_second_time_is_told_a_second_time() {
        Reserved cleared =
                aReservationAtRisk(AGREED).clearRisk(at(8, 50)).orElseThrow().reservation();

        assertThat(cleared.flagAtRisk(at(8, 55))).isPresent();
    }
}
