package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.atRisk;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.late;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.reservation.ReservationFixtures.withTurnaround;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.ReservationRescheduled;
import io.motorpool.domain.reservation.ReservationEvent.ReservationRiskCleared;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.BeyondHorizon;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.EndInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.StartInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.StartIsFixed;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationRefusal.TooLong;
import io.motorpool.domain.reservation.ReservationRefusal.TooShort;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RescheduleReservationServiceTest {

    private static final Period NINE_TO_ELEVEN = hours(9, 11);

    private final AMotorpool motorpool = new AMotorpool();
    private final RescheduleReservation service = motorpool.desk.reschedule;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final UserId driver = motorpool.givenDriver(company);

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"14, 16", "9, 13", "9, 10", "8, 11", "10, 12"})
    void a_waiting_reservation_is_moved_extended_or_shortened(int from, int until) {
        Reserved reservation = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));
        Period period = hours(from, until);

        ReservationView after = accepted(service.reschedule(motorpool.byDriver(reservation), period));

        assertThat(after.period()).isEqualTo(period);
        assertThat(after.version()).isEqualTo(Version.FIRST.next());
        assertThat(motorpool.held(vehicle))
                .containsExactly(period.withEnd(period.end().plus(Duration.ofMinutes(20))));
        assertThat(motorpool.traces.facts())
                .containsExactly(new ReservationRescheduled(
                        reservation.id(), company, vehicle.id(), NINE_TO_ELEVEN, period, MONDAY_8AM));
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.before()).containsEntry("end", at(11, 0).toString());
            assertThat(deed.after()).containsEntry("end", at(until, 0).toString());
        });
    }

    @Test
    void whoever_moves_right_behind_a_vehicle_that_is_late_is_told_at_once() {
        motorpool.with(started(aReservation(vehicle, motorpool.givenDriver(company), new Period(at(7, 0), at(8, 30)))));
        Reserved reservation = motorpool.given(aReservation(vehicle, driver, hours(14, 16)));
        motorpool.clock.moveTo(at(8, 40));

        ReservationView after = accepted(service.reschedule(motorpool.byDriver(reservation), NINE_TO_ELEVEN));

        assertThat(after.atRisk()).isTrue();
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new ReservationRescheduled(
                                reservation.id(), company, vehicle.id(), hours(14, 16), NINE_TO_ELEVEN, at(8, 40)),
                        new ReservationAtRisk(reservation.id(), company, vehicle.id(), driver, at(8, 40)));
        assertThat(motorpool.traces.deeds()).hasSize(1);
    }

    @Test
    void what_stands_in_the_way_of_the_new_period_is_told_and_nothing_changes() {
        Reserved reservation = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14)));
        Vehicle second = motorpool.givenVehicle(company);
        motorpool.with(aReservation(second, driver, hours(18, 20)));

        assertThat(refusal(reservation, hours(9, 13)))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(12, 14)));
        assertThat(refusal(reservation, hours(19, 21))).isEqualTo(new DriverBusy(hours(18, 20)));
        assertThatNothingHappenedTo(reservation);
    }

    /** The vehicle has a shorter turnaround by now; the reservation keeps the one it was made with. */
    @Test
    void the_turnaround_that_a_reservation_was_made_with_runs_into_the_next_one() {
        Reserved reservation =
                motorpool.given(aReservation(withTurnaround(Duration.ofHours(2), vehicle), driver, NINE_TO_ELEVEN));
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(13, 14)));

        assertThat(refusal(reservation, hours(9, 12)))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(13, 14)));
    }

    @Test
    void a_start_that_stays_is_not_asked_about_again_but_a_new_one_is() {
        Reserved reservation = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));
        motorpool.clock.moveTo(at(9, 20));

        assertThat(refusal(reservation, new Period(at(9, 10), at(11, 0)))).isEqualTo(new StartInThePast(at(9, 20)));
        assertThat(refusal(reservation, hours(8, 11))).isEqualTo(new StartInThePast(at(9, 20)));
        assertThat(accepted(service.reschedule(motorpool.byDriver(reservation), hours(9, 12)))
                        .period())
                .isEqualTo(hours(9, 12));
    }

    @Test
    void a_changed_period_keeps_to_the_limits_of_a_new_one() {
        Reserved reservation = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));
        Instant start = NINE_TO_ELEVEN.start();
        Instant horizon = MONDAY_8AM.plus(ReservationPolicy.HORIZON);

        assertThat(refusal(reservation, new Period(start, start.plus(Duration.ofMinutes(20)))))
                .isEqualTo(new TooShort(ReservationPolicy.SHORTEST));
        assertThat(refusal(
                        reservation,
                        new Period(start, start.plus(ReservationPolicy.LONGEST).plus(ReservationPolicy.GRID))))
                .isEqualTo(new TooLong(ReservationPolicy.LONGEST));
        assertThat(refusal(
                        reservation,
                        new Period(horizon.plus(ReservationPolicy.GRID), horizon.plus(Duration.ofHours(1)))))
                .isEqualTo(new BeyondHorizon(horizon));
        assertThat(accepted(service.reschedule(
                                motorpool.byDriver(reservation),
                                new Period(horizon, horizon.plus(ReservationPolicy.SHORTEST))))
                        .period()
                        .start())
                .isEqualTo(horizon);
    }

    @Test
    void a_running_reservation_is_extended_or_shortened_and_keeps_its_start() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(9, 25));

        assertThat(refusal(running, hours(10, 12))).isEqualTo(new StartIsFixed(at(9, 0)));
        assertThat(accepted(service.reschedule(motorpool.byDriver(running), hours(9, 13)))
                        .status())
                .isEqualTo(ReservationStatus.IN_USE);
        assertThat(accepted(service.reschedule(motorpool.byDriver(running), new Period(at(9, 0), at(9, 30))))
                        .period()
                        .end())
                .isEqualTo(at(9, 30));
        assertThat(refused(service.reschedule(motorpool.byDriver(running), new Period(at(9, 0), at(9, 20)))))
                .isEqualTo(new EndInThePast(at(9, 25)));
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), at(9, 50)));
    }

    @Test
    void a_late_vehicle_whose_reservation_is_extended_is_late_no_longer_and_whoever_follows_is_told() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(12, 0)));
        Reserved next = motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(13, 15))));
        motorpool.clock.moveTo(at(11, 20));

        ReservationView after =
                accepted(service.reschedule(motorpool.byDriver(running), new Period(at(9, 0), at(12, 30))));

        assertThat(after.overdue()).isFalse();
        assertThat(motorpool.stored(next.id()).value()).isEqualTo(new Reserved(next.terms(), false, next.noShowFrom()));
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new ReservationRescheduled(
                                running.id(),
                                company,
                                vehicle.id(),
                                NINE_TO_ELEVEN,
                                new Period(at(9, 0), at(12, 30)),
                                at(11, 20)),
                        new ReservationRiskCleared(
                                next.id(), company, vehicle.id(), next.terms().driver(), at(11, 20)));
        assertThat(motorpool.traces.deeds())
                .extracting(deed -> deed.subject())
                .containsExactly(running.id().value(), next.id().value());
    }

    @Test
    void what_has_ended_has_no_period_to_change() {
        Reserved waiting = aReservation(vehicle, driver, NINE_TO_ELEVEN);
        Cancelled cancelled = motorpool.given(new Cancelled(waiting.terms(), MONDAY_8AM));

        assertThat(refusal(cancelled, hours(9, 12)))
                .isEqualTo(new NotPossibleNow(ReservationStatus.CANCELLED, Step.RESCHEDULE));
    }

    @Test
    void whoever_loses_a_race_for_the_new_time_learns_what_is_in_the_way() {
        Reserved reservation = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));
        motorpool.outrunBy(() -> motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14))));

        assertThat(refusal(reservation, hours(9, 13)))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(12, 14)));
        assertThatNothingHappenedTo(reservation);
    }

    private Refusal refusal(Reservation reservation, Period period) {
        return refused(service.reschedule(motorpool.byDriver(reservation), period));
    }

    private void assertThatNothingHappenedTo(Reservation reservation) {
        assertThat(motorpool.stored(reservation.id())).isEqualTo(new Versioned<>(reservation, Version.FIRST));
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.traces.deeds()).isEmpty();
    }
}
