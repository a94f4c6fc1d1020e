package io.motorpool.application.reservation;

import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.late;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationStarted;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.OdometerRunsBackwards;
import io.motorpool.domain.reservation.ReservationRefusal.OutsideReservedPeriod;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleNotInService;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleStillOut;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartReservationServiceTest {

    private static final Period NINE_TO_ELEVEN = hours(9, 11);

    private final AMotorpool motorpool = new AMotorpool();
    private final StartReservation service = motorpool.desk.start;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final Reserved reservation = motorpool.givenReserved(vehicle, NINE_TO_ELEVEN);

    @Test
    void a_started_reservation_has_the_vehicle_and_the_fleet_knows_what_the_dashboard_showed() {
        motorpool.clock.moveTo(at(9, 10));
        Odometer reading = new Odometer(12_350);

        ReservationView after = accepted(service.start(motorpool.byDriver(reservation), reading));

        assertThat(after.status()).isEqualTo(ReservationStatus.IN_USE);
        assertThat(after.startedAt()).isEqualTo(at(9, 10));
        assertThat(after.startOdometer()).isEqualTo(reading);
        assertThat(motorpool.stored(vehicle.id()).odometer()).isEqualTo(reading);
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), at(11, 20)));
        assertThat(motorpool.traces.facts())
                .containsExactly(new ReservationStarted(reservation.id(), company, vehicle.id(), reading, at(9, 10)));
    }

    @Test
    void the_vehicle_is_handed_over_from_the_first_moment_of_the_period_until_before_its_last() {
        assertThat(refusalAt(at(9, 0).minusNanos(1))).isEqualTo(new OutsideReservedPeriod(NINE_TO_ELEVEN));
        assertThat(refusalAt(at(11, 0))).isEqualTo(new OutsideReservedPeriod(NINE_TO_ELEVEN));

        motorpool.clock.moveTo(at(9, 0));
        succeeds(service.start(motorpool.byDriver(reservation), ODOMETER));
    }

    @Test
    void a_vehicle_that_the_one_before_still_has_is_not_handed_over() {
        motorpool.with(late(aReservation(vehicle, motorpool.givenDriver(company), hours(7, 8)), at(9, 0)));

        assertThat(refusalAt(at(9, 0))).isEqualTo(new VehicleStillOut());
    }

    @Test
    void a_vehicle_that_went_to_the_workshop_is_not_handed_over() {
        Vehicle inMaintenance = in(VehicleStatus.MAINTENANCE, aVehicle(company, new ZoneId(Ids.next())));
        Reserved elsewhere = motorpool.givenReserved(motorpool.given(inMaintenance), NINE_TO_ELEVEN);
        motorpool.clock.moveTo(at(9, 0));

        assertThat(refused(service.start(motorpool.byDriver(elsewhere), ODOMETER)))
                .isEqualTo(new VehicleNotInService(VehicleStatus.MAINTENANCE));
    }

    @Test
    void a_dashboard_does_not_run_backwards() {
        motorpool.clock.moveTo(at(9, 0));

        assertThat(refused(service.start(motorpool.byDriver(reservation), new Odometer(ODOMETER.km() - 1))))
                .isEqualTo(new OdometerRunsBackwards(ODOMETER.km() - 1, ODOMETER.km()));
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void what_is_running_is_not_started_again() {
        motorpool.clock.moveTo(at(9, 0));
        succeeds(service.start(motorpool.byDriver(reservation), ODOMETER));

        assertThat(refused(service.start(motorpool.byDriver(reservation), ODOMETER)))
                .isEqualTo(new NotPossibleNow(ReservationStatus.IN_USE, Step.START));
    }

    private Refusal refusalAt(Instant now) {
        motorpool.clock.moveTo(now);
        return refused(service.start(motorpool.byDriver(reservation), ODOMETER));
    }
}
