package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aMember;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SEATS;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aFreeAgenda;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aReservationAtRisk;
import static io.motorpool.domain.reservation.Fixtures.anAgendaWith;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.VehicleChanged;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.SameVehicle;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangingTheVehicleTest {

    private static final Period AGREED = hours(9, 11);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** It takes longer to clean than the first one. */
    private static final Vehicle OTHER = aVehicle(OTHER_SONATA, aDescription(SEATS, AN_HOUR));

    @Test
    void a_reservation_moves_to_another_vehicle_and_takes_over_its_turnaround() {
        Changed<Reserved> changed = accepted(aReservation(AGREED).changeVehicle(besideTheOther(), MONDAY_8AM));

        Reserved moved = changed.reservation();
        assertThat(moved).isEqualTo(new Reserved(terms(AGREED).onVehicle(OTHER_SONATA, AN_HOUR), false, at(9, 30)));
        assertThat(moved.terms().vehicle()).isEqualTo(OTHER_SONATA);
        assertThat(moved.terms().period()).isEqualTo(AGREED);
        assertThat(moved.occupancy().orElseThrow().vehicle()).isEqualTo(OTHER_SONATA);
        assertThat(moved.occupancy().orElseThrow().held()).isEqualTo(hours(9, 12));
        assertThat(changed.events())
                .containsExactly(new VehicleChanged(RESERVATION, HANBIT, SONATA, OTHER_SONATA, MONDAY_8AM));
    }

    @Test
    void a_reservation_whose_time_is_over_gets_no_other_vehicle() {
        assertThat(refused(aReservation(hours(9, 11)).changeVehicle(besideTheOther(), at(11, 0))))
                .isEqualTo(new ReservationRefusal.EndInThePast(at(11, 0)));
    }

    @Test
    void the_vehicle_already_reserved_is_no_change() {
        assertThat(refused(aReservation(AGREED).changeVehicle(aFreeDay(), MONDAY_8AM)))
                .isEqualTo(new SameVehicle());
    }

    @Test
    void the_other_vehicle_has_to_be_free_for_its_own_turnaround_too() {
        assertThat(refused(aReservation(AGREED)
                        .changeVehicle(besideTheOther(reservedByAColleague(hours(11, 13))), MONDAY_8AM)))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(11, 13)));
    }

    @Test
    void a_busy_driver_stays_busy_in_another_vehicle() {
        Surroundings busy = new Surroundings(
                aCompany(),
                OTHER,
                new VehicleSchedule(OTHER_SONATA, List.of()),
                aMember(),
                anAgendaWith(hours(10, 12)));

        assertThat(refused(aReservation(AGREED).changeVehicle(busy, MONDAY_8AM)))
                .isEqualTo(new DriverBusy(hours(10, 12)));
    }

    @Test
    void on_a_vehicle_that_is_there_the_risk_is_over_and_the_grace_begins_again() {
        Reserved moved = accepted(aReservationAtRisk(AGREED).changeVehicle(besideTheOther(), at(9, 10)))
                .reservation();

        assertThat(moved.atRisk()).isFalse();
        assertThat(moved.noShowFrom()).isEqualTo(at(9, 40));
    }

    @Test
    void a_grace_that_is_still_to_come_is_not_cut_short() {
        assertThat(accepted(aReservationAtRisk(AGREED).changeVehicle(besideTheOther(), MONDAY_8AM))
                        .reservation()
                        .noShowFrom())
                .isEqualTo(at(9, 30));
    }

    @Test
    void a_driver_whose_vehicle_was_there_all_along_gains_no_grace() {
        assertThat(accepted(aReservation(AGREED).changeVehicle(besideTheOther(), at(9, 10)))
                        .reservation()
                        .noShowFrom())
                .isEqualTo(at(9, 30));
    }

    private static Surroundings besideTheOther(Occupancy... occupancies) {
        return new Surroundings(
                aCompany(), OTHER, new VehicleSchedule(OTHER_SONATA, List.of(occupancies)), aMember(), aFreeAgenda());
    }
}
