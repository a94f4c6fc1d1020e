package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.company.CompanyFixtures.retired;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
import static io.motorpool.application.reservation.ReservationFixtures.late;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static io.motorpool.application.shared.Callers.ofCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.ReserveVehicle.Command;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReserved;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.BeyondHorizon;
import io.motorpool.domain.reservation.ReservationRefusal.CompanyNotActive;
import io.motorpool.domain.reservation.ReservationRefusal.Contended;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.DriverNotEligible;
import io.motorpool.domain.reservation.ReservationRefusal.Lack;
import io.motorpool.domain.reservation.ReservationRefusal.OffGrid;
import io.motorpool.domain.reservation.ReservationRefusal.ReasonRequired;
import io.motorpool.domain.reservation.ReservationRefusal.StartInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.TooLong;
import io.motorpool.domain.reservation.ReservationRefusal.TooShort;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleNotInService;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReserveVehicleServiceTest {

    private static final Period NINE_TO_ELEVEN = hours(9, 11);

    private final AMotorpool motorpool = new AMotorpool();
    private final ReserveVehicle service = motorpool.desk.reserve;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final UserId driver = motorpool.givenDriver(company);
    private final Caller caller = ofCompany(driver, company, Role.MEMBER);

    @Test
    void a_reserved_vehicle_waits_for_its_driver_and_it_is_announced_and_on_record() {
        ReservationView reserved = accepted(service.reserve(wanted(NINE_TO_ELEVEN)));

        assertThat(reserved)
                .isEqualTo(new ReservationView(
                        reserved.id(),
                        company,
                        vehicle.id(),
                        driver,
                        NINE_TO_ELEVEN,
                        ReservationStatus.RESERVED,
                        true,
                        false,
                        false,
                        null,
                        null,
                        null,
                        null,
                        MONDAY_8AM,
                        Version.FIRST))
                .isEqualTo(ReservationView.of(motorpool.stored(reserved.id())));
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), at(11, 20)));
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleReserved(reserved.id(), company, vehicle.id(), driver, NINE_TO_ELEVEN, MONDAY_8AM));
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("reserve-vehicle");
            assertThat(deed.actor()).isEqualTo(driver);
            assertThat(deed.role()).isEqualTo(Role.MEMBER);
            assertThat(deed.reason()).isEmpty();
            assertThat(deed.before()).isEmpty();
            assertThat(deed.after())
                    .containsEntry("vehicle", vehicle.id().toString())
                    .containsEntry("status", "RESERVED");
        });
    }

    @Test
    void a_colleague_is_reserved_for_with_the_permission_and_a_reason() {
        Caller admin = anAdminOf(company);

        assertThat(refused(service.reserve(by(aMemberOf(company), true))))
                .isEqualTo(new NotPermitted(Permission.RESERVE_FOR_OTHERS));
        assertThat(refused(service.reserve(by(anAuditor(), true))))
                .isEqualTo(new NotPermitted(Permission.RESERVE_FOR_OTHERS));
        assertThat(refused(service.reserve(by(admin, false)))).isEqualTo(new ReasonRequired());
        assertThat(motorpool.traces.facts()).isEmpty();

        assertThat(accepted(service.reserve(by(admin, true))).driver()).isEqualTo(driver);
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.actor()).isEqualTo(admin.user());
            assertThat(deed.role()).isEqualTo(Role.COMPANY_ADMIN);
            assertThat(deed.reason()).contains(A_REASON);
        });
    }

    @Test
    void support_reserves_for_drivers_but_not_for_itself() {
        Caller agent = aSupportAgent();

        assertThat(refused(service.reserve(
                        new Command(agent, vehicle.id(), agent.user(), NINE_TO_ELEVEN, true, A_REASON))))
                .isEqualTo(new NotPermitted(Permission.RESERVE));
        assertThat(accepted(service.reserve(by(agent, true))).driver()).isEqualTo(driver);
    }

    @Test
    void for_strangers_there_is_no_such_vehicle() {
        CompanyId elsewhere = motorpool.givenCompany();
        Command unknown = new Command(caller, new VehicleId(Ids.next()), driver, NINE_TO_ELEVEN, true, null);

        for (Caller stranger : List.of(aMemberOf(elsewhere), anAdminOf(elsewhere), aPrivatePerson())) {
            assertThat(refused(service.reserve(by(stranger, true)))).isEqualTo(new NotFound(Thing.VEHICLE));
        }
        assertThat(refused(service.reserve(unknown))).isEqualTo(new NotFound(Thing.VEHICLE));
    }

    @Test
    void what_stands_in_the_way_is_told_and_nothing_is_announced() {
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14)));
        motorpool.with(inTheWorkshop(vehicle, hours(16, 18)));

        assertThat(refusal(hours(10, 13))).isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(12, 14)));
        assertThat(refusal(new Period(at(14, 10), at(15, 0))))
                .isEqualTo(new VehicleTaken(OccupancyKind.BUFFER, new Period(at(14, 0), at(14, 20))));
        assertThat(refusal(hours(17, 19))).isEqualTo(new VehicleTaken(OccupancyKind.MAINTENANCE, hours(16, 18)));
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.traces.deeds()).isEmpty();
    }

    /** P5, and the turnaround of our own reservation stands in the way of what comes after it. */
    @Test
    void a_reservation_may_touch_its_neighbours() {
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(8, 9)));
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14)));

        assertThat(refusal(new Period(at(9, 20), at(11, 50))))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(12, 14)));
        succeeds(service.reserve(wanted(new Period(at(9, 20), at(11, 40)))));
    }

    /** P17. Where the other vehicle is a stranger's, the driver is busy and that is all. */
    @Test
    void a_driver_has_one_vehicle_at_a_time() {
        Vehicle second = motorpool.givenVehicle(company);
        motorpool.with(aReservation(second, driver, NINE_TO_ELEVEN));
        Vehicle elsewhere = motorpool.givenVehicle(motorpool.givenCompany());
        Member _ = motorpool.given(aMember(elsewhere.company(), driver));
        motorpool.with(aReservation(elsewhere, driver, hours(14, 16)));

        assertThat(refusal(hours(10, 12))).isEqualTo(new DriverBusy(NINE_TO_ELEVEN));
        assertThat(refusal(hours(15, 17))).isEqualTo(new DriverBusy(null));
        succeeds(service.reserve(wanted(hours(11, 14))));
    }

    @Test
    void reservations_lie_on_the_grid() {
        Instant start = at(9, 0);
        Instant aBitLater = start.plus(Duration.ofMinutes(5));

        assertThat(refusal(new Period(aBitLater, at(11, 0)))).isEqualTo(new OffGrid(ReservationPolicy.GRID));
        assertThat(refusal(new Period(start, at(11, 0).plusNanos(1)))).isEqualTo(new OffGrid(ReservationPolicy.GRID));
    }

    @Test
    void the_shortest_and_the_longest_reservation_are_possible_and_nothing_beyond_them() {
        Instant start = at(9, 0);
        Period shortest = period(start, ReservationPolicy.SHORTEST);
        Period longest = period(at(48, 0), ReservationPolicy.LONGEST);

        assertThat(refusal(period(start, ReservationPolicy.SHORTEST.minus(ReservationPolicy.GRID))))
                .isEqualTo(new TooShort(ReservationPolicy.SHORTEST));
        assertThat(refusal(period(start, ReservationPolicy.LONGEST.plus(ReservationPolicy.GRID))))
                .isEqualTo(new TooLong(ReservationPolicy.LONGEST));
        succeeds(service.reserve(wanted(shortest)));
        succeeds(service.reserve(wanted(longest)));
    }

    @Test
    void a_reservation_begins_in_the_running_slot_at_the_earliest_and_at_the_horizon_at_the_latest() {
        motorpool.clock.moveTo(at(8, 9));
        Instant latest = at(8, 0).plus(ReservationPolicy.HORIZON);

        assertThat(refusal(hours(7, 9))).isEqualTo(new StartInThePast(at(8, 0)));
        assertThat(refusal(period(latest.plus(ReservationPolicy.GRID), Duration.ofHours(1))))
                .isEqualTo(new BeyondHorizon(at(8, 9).plus(ReservationPolicy.HORIZON)));
        succeeds(service.reserve(wanted(hours(8, 9))));
        succeeds(service.reserve(wanted(period(latest, Duration.ofHours(1)))));
    }

    @Test
    void a_vehicle_a_company_and_a_driver_have_to_be_fit_for_it() {
        Vehicle inMaintenance =
                motorpool.given(in(VehicleStatus.MAINTENANCE, aVehicle(company, new ZoneId(Ids.next()))));
        Vehicle leftBehind = motorpool.givenVehicle(motorpool.given(retired(aCompany())));
        UserId stranger = motorpool.givenDriver(motorpool.givenCompany());

        assertThat(refused(
                        service.reserve(new Command(caller, inMaintenance.id(), driver, NINE_TO_ELEVEN, true, null))))
                .isEqualTo(new VehicleNotInService(VehicleStatus.MAINTENANCE));
        assertThat(refused(service.reserve(
                        new Command(anOperator(), leftBehind.id(), driver, NINE_TO_ELEVEN, true, A_REASON))))
                .isEqualTo(new CompanyNotActive());
        assertThat(refused(service.reserve(
                        new Command(anOperator(), vehicle.id(), stranger, NINE_TO_ELEVEN, true, A_REASON))))
                .isEqualTo(new DriverNotEligible(Lack.NOT_A_MEMBER));
    }

    @Test
    void whoever_gets_in_line_behind_a_vehicle_that_is_late_is_told_at_once() {
        motorpool.with(late(
                aReservation(vehicle, motorpool.givenDriver(company), new Period(at(7, 0), at(9, 0))), at(9, 50)));
        motorpool.clock.moveTo(at(9, 11));

        ReservationView reserved = accepted(service.reserve(wanted(hours(10, 12))));

        assertThat(reserved.atRisk()).isTrue();
        assertThat(reserved).isEqualTo(ReservationView.of(motorpool.stored(reserved.id())));
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleReserved(reserved.id(), company, vehicle.id(), driver, hours(10, 12), at(9, 11)),
                        new ReservationAtRisk(reserved.id(), company, vehicle.id(), driver, at(9, 11)));
        assertThat(motorpool.traces.deeds()).hasSize(2).allSatisfy(deed -> {
            assertThat(deed.action()).isEqualTo("reserve-vehicle");
            assertThat(deed.actor()).isEqualTo(driver);
        });
    }

    @Test
    void a_vehicle_is_late_as_soon_as_its_time_is_over_whether_anybody_has_recorded_it_or_not() {
        motorpool.with(started(aReservation(vehicle, motorpool.givenDriver(company), new Period(at(7, 0), at(9, 0)))));
        motorpool.clock.moveTo(at(9, 0));

        assertThat(accepted(service.reserve(wanted(hours(10, 12)))).atRisk()).isTrue();
    }

    @Test
    void a_vehicle_that_is_out_and_still_has_time_is_not_late() {
        motorpool.with(started(aReservation(vehicle, motorpool.givenDriver(company), new Period(at(7, 0), at(9, 0)))));
        motorpool.clock.moveTo(at(9, 0).minusNanos(1));

        assertThat(accepted(service.reserve(wanted(hours(10, 12)))).atRisk()).isFalse();
    }

    @Test
    void whoever_is_not_next_or_not_soon_is_not_told() {
        motorpool.with(late(
                aReservation(vehicle, motorpool.givenDriver(company), new Period(at(7, 0), at(9, 0))), at(9, 40)));
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), new Period(at(9, 40), at(10, 10))));
        motorpool.clock.moveTo(at(9, 11));

        assertThat(accepted(service.reserve(wanted(new Period(at(10, 30), at(11, 0)))))
                        .atRisk())
                .isFalse();

        Vehicle other = motorpool.givenVehicle(company);
        motorpool.with(late(
                aReservation(other, motorpool.givenDriver(company), new Period(at(7, 0), at(9, 0))), at(9, 50)));
        Command later = new Command(caller, other.id(), driver, new Period(at(11, 20), at(13, 0)), true, null);
        assertThat(accepted(service.reserve(later)).atRisk()).isFalse();
    }

    @Test
    void whoever_loses_a_race_learns_what_is_in_the_way() {
        motorpool.reservations.beforeNextSave(
                () -> motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), hours(10, 12))));

        assertThat(refusal(NINE_TO_ELEVEN)).isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, hours(10, 12)));
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void whoever_loses_to_somebody_who_gave_up_again_gets_it_after_all() {
        motorpool.reservations.loseNextClaims(2);

        succeeds(service.reserve(wanted(NINE_TO_ELEVEN)));
        assertThat(motorpool.traces.facts()).hasSize(1);
    }

    @Test
    void whoever_keeps_losing_is_told_to_ask_again() {
        motorpool.reservations.loseNextClaims(3);

        assertThat(refusal(NINE_TO_ELEVEN)).isEqualTo(new Contended());
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    private Refusal refusal(Period period) {
        return refused(service.reserve(wanted(period)));
    }

    private Command wanted(Period period) {
        return new Command(caller, vehicle.id(), driver, period, true, null);
    }

    private Command by(Caller somebody, boolean withReason) {
        return new Command(somebody, vehicle.id(), driver, NINE_TO_ELEVEN, true, withReason ? A_REASON : null);
    }

    private static Period period(Instant start, Duration length) {
        return new Period(start, start.plus(length));
    }
}
