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
import static io.motorpool.domain.reservation.Fixtures.aLateTrip;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aReservationAtRisk;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.anAgendaWith;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.departureOf;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationRescheduled;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.EndInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.StartInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.StartIsFixed;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.Period;
import org.junit.jupiter.api.Test;

class ReschedulingTest {

    private static final Period AGREED = hours(9, 11);

    @Test
    void a_reservation_that_is_moved_waits_for_its_driver_from_the_new_start() {
        Changed<Reserved> changed = accepted(aReservation(AGREED).reschedule(hours(10, 12), aFreeDay(), MONDAY_8AM));

        assertThat(changed.reservation()).isEqualTo(new Reserved(terms(hours(10, 12)), false, at(10, 30)));
        assertThat(changed.events())
                .containsExactly(
                        new ReservationRescheduled(RESERVATION, HANBIT, SONATA, AGREED, hours(10, 12), MONDAY_8AM));
    }

    @Test
    void a_reservation_does_not_stand_in_its_own_way() {
        Reserved reserved = aReservation(AGREED);
        Surroundings around = around(aSchedule(reserved.occupancy().orElseThrow()));

        assertThat(accepted(reserved.reschedule(hours(10, 12), around, MONDAY_8AM))
                        .reservation()
                        .terms()
                        .period())
                .isEqualTo(hours(10, 12));
    }

    @Test
    void a_reservation_cannot_be_moved_onto_another_or_away_from_the_drivers_other_plans() {
        Surroundings taken = around(aSchedule(reservedByAColleague(hours(11, 13))));

        assertThat(refused(aReservation(AGREED).reschedule(hours(9, 12), taken, MONDAY_8AM)))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(11, 13)));
        assertThat(refused(
                        aReservation(AGREED).reschedule(hours(9, 12), around(anAgendaWith(hours(11, 13))), MONDAY_8AM)))
                .isEqualTo(new DriverBusy(hours(11, 13)));
    }

    @Test
    void an_extension_leaves_room_for_the_turnaround() {
        Surroundings around = around(aSchedule(reservedByAColleague(hours(12, 13))));

        assertThat(refused(aReservation(AGREED).reschedule(hours(9, 12), around, MONDAY_8AM)))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(12, 13)));
        assertThat(aReservation(AGREED).reschedule(AGREED.withEnd(at(11, 30)), around, MONDAY_8AM))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_start_is_not_moved_into_the_past() {
        assertThat(refused(aReservation(AGREED).reschedule(hours(7, 11), aFreeDay(), MONDAY_8AM)))
                .isEqualTo(new StartInThePast(MONDAY_8AM));
    }

    @Test
    void a_start_that_stays_keeps_the_warning_and_the_grace_and_a_new_one_begins_afresh() {
        Reserved atRisk = new Reserved(terms(AGREED), true, at(9, 50));

        assertThat(accepted(atRisk.reschedule(hours(9, 12), aFreeDay(), MONDAY_8AM))
                        .reservation())
                .isEqualTo(new Reserved(terms(hours(9, 12)), true, at(9, 50)));
        assertThat(accepted(aReservationAtRisk(AGREED).reschedule(hours(12, 14), aFreeDay(), MONDAY_8AM))
                        .reservation())
                .isEqualTo(aReservation(hours(12, 14)));
    }

    @Test
    void a_trip_is_extended_and_keeps_its_departure() {
        Changed<InUse> changed = accepted(aTrip(AGREED).reschedule(hours(9, 13), aFreeDay(), at(10, 0)));

        assertThat(changed.reservation()).isEqualTo(new InUse(terms(hours(9, 13)), departureOf(AGREED), null));
        assertThat(changed.events())
                .containsExactly(
                        new ReservationRescheduled(RESERVATION, HANBIT, SONATA, AGREED, hours(9, 13), at(10, 0)));
    }

    @Test
    void what_has_begun_keeps_its_start() {
        assertThat(refused(aTrip(AGREED).reschedule(hours(10, 12), aFreeDay(), at(9, 5))))
                .isEqualTo(new StartIsFixed(at(9, 0)));
        assertThat(refused(aTrip(AGREED).reschedule(hours(8, 11), aFreeDay(), at(8, 0))))
                .isEqualTo(new StartIsFixed(at(9, 0)));
    }

    @Test
    void a_trip_is_shortened_but_not_to_an_end_that_has_passed() {
        assertThat(accepted(aTrip(AGREED)
                                .reschedule(hours(9, 10), aFreeDay(), at(10, 0).minus(A_MOMENT)))
                        .reservation()
                        .terms()
                        .period())
                .isEqualTo(hours(9, 10));
        assertThat(refused(aTrip(AGREED).reschedule(hours(9, 10), aFreeDay(), at(10, 0))))
                .isEqualTo(new EndInThePast(at(10, 0)));
    }

    @Test
    void time_is_given_back_even_when_the_vehicle_could_not_be_had_any_more() {
        Surroundings workshop = around(aVehicleIn(VehicleStatus.MAINTENANCE));

        assertThat(accepted(aTrip(hours(9, 12)).reschedule(hours(9, 11), workshop, at(10, 0)))
                        .reservation()
                        .terms()
                        .period())
                .isEqualTo(hours(9, 11));
        assertThat(accepted(aReservation(hours(9, 12)).reschedule(hours(10, 11), workshop, at(8, 0)))
                        .reservation()
                        .terms()
                        .period())
                .isEqualTo(hours(10, 11));
        assertThat(refused(aTrip(hours(9, 12)).reschedule(hours(9, 13), workshop, at(10, 0))))
                .isInstanceOf(ReservationRefusal.VehicleNotInService.class);
    }

    @Test
    void a_trip_is_not_extended_into_the_next_reservation_or_into_the_drivers_other_plans() {
        InUse trip = aTrip(AGREED);
        Surroundings taken = around(aSchedule(trip.occupancy().orElseThrow(), reservedByAColleague(hours(12, 13))));

        assertThat(refused(trip.reschedule(hours(9, 12), taken, at(10, 0))))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(12, 13)));
        assertThat(refused(trip.reschedule(hours(9, 12), around(anAgendaWith(hours(11, 13))), at(10, 0))))
                .isEqualTo(new DriverBusy(hours(11, 13)));
    }

    @Test
    void a_late_trip_that_is_extended_is_late_no_longer() {
        InUse late = aLateTrip(AGREED, at(11, 40));

        InUse extended =
                accepted(late.reschedule(hours(9, 12), aFreeDay(), at(11, 10))).reservation();

        assertThat(extended.overdue()).isFalse();
        assertThat(extended.occupancy().orElseThrow().held()).isEqualTo(new Period(at(9, 0), at(12, 30)));
    }
}
