package io.motorpool.application.reservation;

import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.atRisk;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.reservation.ReservationFixtures.withTurnaround;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.VehicleChanged;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.SameVehicle;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleNotInService;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeVehicleServiceTest {

    private static final Period NINE_TO_ELEVEN = hours(9, 11);

    private final AMotorpool motorpool = new AMotorpool();
    private final ChangeVehicle service = motorpool.desk.changeVehicle;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final UserId driver = motorpool.givenDriver(company);
    private final Reserved reservation = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));

    @Test
    void the_reservation_goes_to_the_other_vehicle_with_that_vehicles_turnaround() {
        Vehicle other =
                motorpool.given(withTurnaround(Duration.ofMinutes(50), aVehicle(company, new ZoneId(Ids.next()))));

        ReservationView after = accepted(service.change(motorpool.byDriver(reservation), other.id()));

        assertThat(after.vehicle()).isEqualTo(other.id());
        assertThat(motorpool.held(vehicle)).isEmpty();
        assertThat(motorpool.held(other)).containsExactly(new Period(at(9, 0), at(11, 50)));
        assertThat(motorpool.traces.facts())
                .containsExactly(new VehicleChanged(reservation.id(), company, vehicle.id(), other.id(), MONDAY_8AM));
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.before()).containsEntry("vehicle", vehicle.id().toString());
            assertThat(deed.after()).containsEntry("vehicle", other.id().toString());
        });
    }

    @Test
    void a_reservation_at_risk_is_safe_on_the_other_vehicle() {
        Reserved threatened =
                motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14))));
        Vehicle other = motorpool.givenVehicle(company);

        assertThat(accepted(service.change(motorpool.byDriver(threatened), other.id()))
                        .atRisk())
                .isFalse();
    }

    @Test
    void whoever_is_put_behind_a_vehicle_that_is_late_is_told_at_once() {
        Vehicle other = motorpool.givenVehicle(company);
        motorpool.with(started(aReservation(other, motorpool.givenDriver(company), new Period(at(7, 0), at(8, 30)))));
        motorpool.clock.moveTo(at(8, 40));

        assertThat(accepted(service.change(motorpool.byDriver(reservation), other.id()))
                        .atRisk())
                .isTrue();
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleChanged(reservation.id(), company, vehicle.id(), other.id(), at(8, 40)),
                        new ReservationAtRisk(
                                reservation.id(),
                                company,
                                other.id(),
                                reservation.terms().driver(),
                                at(8, 40)));
    }

    @Test
    void there_is_no_such_vehicle_outside_of_the_company_even_for_support() {
        Vehicle strange = motorpool.givenVehicle(motorpool.givenCompany());

        assertThat(refusal(strange.id())).isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(service.change(motorpool.by(aSupportAgent(), reservation), strange.id())))
                .isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refusal(new VehicleId(Ids.next()))).isEqualTo(new NotFound(Thing.VEHICLE));
        assertThatNothingHappened();
    }

    @Test
    void the_other_vehicle_is_another_one_that_is_free_and_in_service() {
        Vehicle taken = motorpool.givenVehicle(company);
        motorpool.with(aReservation(taken, motorpool.givenDriver(company), hours(10, 12)));
        Vehicle inMaintenance =
                motorpool.given(in(VehicleStatus.MAINTENANCE, aVehicle(company, new ZoneId(Ids.next()))));

        assertThat(refusal(vehicle.id())).isEqualTo(new SameVehicle());
        assertThat(refusal(taken.id())).isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(10, 12)));
        assertThat(refusal(inMaintenance.id())).isEqualTo(new VehicleNotInService(VehicleStatus.MAINTENANCE));
        assertThatNothingHappened();
    }

    @Test
    void a_driver_on_the_road_keeps_their_vehicle() {
        Vehicle driven = motorpool.givenVehicle(company);
        InUse running = motorpool.given(started(aReservation(driven, motorpool.givenDriver(company), NINE_TO_ELEVEN)));
        Vehicle other = motorpool.givenVehicle(company);

        assertThat(refused(service.change(motorpool.byDriver(running), other.id())))
                .isEqualTo(new NotPossibleNow(ReservationStatus.IN_USE, Step.CHANGE_VEHICLE));
    }

    @Test
    void whoever_loses_a_race_for_the_other_vehicle_learns_what_is_in_the_way() {
        Vehicle other = motorpool.givenVehicle(company);
        motorpool.outrunBy(() -> motorpool.with(aReservation(other, motorpool.givenDriver(company), hours(10, 12))));

        assertThat(refusal(other.id())).isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(10, 12)));
        assertThatNothingHappened();
    }

    private Refusal refusal(VehicleId other) {
        return refused(service.change(motorpool.byDriver(reservation), other));
    }

    private void assertThatNothingHappened() {
        assertThat(motorpool.stored(reservation.id())).isEqualTo(new Versioned<>(reservation, Version.FIRST));
        assertThat(motorpool.traces.facts()).isEmpty();
    }
}
