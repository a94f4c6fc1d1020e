package io.motorpool.application.reservation;

import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.atRisk;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
import static io.motorpool.application.reservation.ReservationFixtures.late;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.reservation.SweepReservations.Report;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Reason.TimerCode;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.DriverDidNotShow;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.ReturnOverdue;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepReservationsServiceTest {

    private static final Caller TIMER = aTimer();
    private static final int MORE_THAN_A_PAGE = 2 * Page.Request.LARGEST + 1;

    private final AMotorpool motorpool = new AMotorpool();
    private final SweepReservations service = motorpool.desk.sweeps;

    private final CompanyId company = motorpool.givenCompany();

    @Test
    void sweeps_are_run_by_timers_and_operators() {
        for (Caller caller : List.of(aSupportAgent(), anAdminOf(company), aMemberOf(company))) {
            assertThat(refused(service.lateReturns(caller))).isEqualTo(new NotPermitted(Permission.RUN_SWEEPS));
            assertThat(refused(service.noShows(caller))).isEqualTo(new NotPermitted(Permission.RUN_SWEEPS));
        }
        assertThat(accepted(service.lateReturns(anOperator()))).isEqualTo(Report.NOTHING);
        assertThat(accepted(service.noShows(TIMER))).isEqualTo(Report.NOTHING);
    }

    @Test
    void vehicles_that_are_not_back_are_late_and_whoever_follows_is_told_once_however_often_it_is_swept() {
        Vehicle vehicle = motorpool.givenVehicle(company);
        InUse late = givenOnTheRoad(vehicle, hours(9, 11));
        Reserved next = motorpool.givenReserved(vehicle, hours(12, 13));
        InUse inTime = givenOnTheRoad(motorpool.givenVehicle(company), hours(9, 12));
        motorpool.clock.moveTo(at(11, 5));

        assertThat(accepted(service.lateReturns(TIMER))).isEqualTo(new Report(1, 1, 0));
        assertThat(accepted(service.lateReturns(TIMER))).isEqualTo(Report.NOTHING);

        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new ReturnOverdue(
                                late.id(), company, vehicle.id(), late.terms().driver(), at(11, 40), at(11, 5)),
                        new ReservationAtRisk(
                                next.id(), company, vehicle.id(), next.terms().driver(), at(11, 5)));
        assertThat(motorpool.stored(inTime.id())).isEqualTo(new Versioned<>(inTime, Version.FIRST));
        assertThat(motorpool.traces.deeds()).allSatisfy(deed -> {
            assertThat(deed.actor()).isEqualTo(TIMER.user());
            assertThat(deed.role()).isEqualTo(Role.SCHEDULER);
            assertThat(deed.reason().orElseThrow().code()).isEqualTo(TimerCode.TIMER);
        });
    }

    @Test
    void a_late_vehicle_keeps_its_place_as_long_as_it_is_swept() {
        Vehicle vehicle = motorpool.givenVehicle(company);
        InUse late = givenOnTheRoad(vehicle, hours(9, 11));

        for (int minute = 0; minute <= 180; minute++) {
            motorpool.clock.moveTo(at(11, minute));
            assertThat(accepted(service.lateReturns(TIMER)).failed()).isZero();
            assertThat(motorpool.held(vehicle))
                    .singleElement()
                    .satisfies(held -> assertThat(held.end()).isAfter(motorpool.clock.instant()));
        }
        assertThat(motorpool.stored(late.id()).value()).isInstanceOf(InUse.class);
    }

    @Test
    void a_late_vehicle_that_cannot_keep_more_is_looked_at_and_left_alone() {
        Vehicle vehicle = motorpool.givenVehicle(company);
        InUse late =
                motorpool.given(late(aReservation(vehicle, motorpool.givenDriver(company), hours(9, 11)), at(11, 40)));
        Reserved next = motorpool.given(
                atRisk(aReservation(vehicle, motorpool.givenDriver(company), new Period(at(11, 40), at(13, 0)))));
        motorpool.clock.moveTo(at(11, 50));

        assertThat(accepted(service.lateReturns(TIMER))).isEqualTo(new Report(1, 0, 0));
        assertThat(motorpool.stored(late.id())).isEqualTo(new Versioned<>(late, Version.FIRST));
        assertThat(motorpool.stored(next.id())).isEqualTo(new Versioned<>(next, Version.FIRST));
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void late_vehicles_that_cannot_keep_more_hold_up_no_other_however_many_they_are() {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            Vehicle vehicle = motorpool.givenVehicle(company);
            motorpool.with(late(aReservation(vehicle, motorpool.givenDriver(company), hours(9, 10)), at(10, 40)));
            motorpool.with(inTheWorkshop(vehicle, new Period(at(10, 40), at(20, 0))));
        }
        InUse last = givenOnTheRoad(motorpool.givenVehicle(company), hours(9, 11));
        motorpool.clock.moveTo(at(11, 5));

        assertThat(accepted(service.lateReturns(TIMER))).isEqualTo(new Report(MORE_THAN_A_PAGE + 1, 1, 0));
        assertThat(motorpool.traces.deeds())
                .extracting(AuditEntry::subject)
                .containsExactly(last.id().value());
    }

    @Test
    void drivers_whose_vehicle_is_not_there_hold_up_no_other_however_many_they_are() {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            Reserved _ = motorpool.givenReserved(
                    motorpool.given(in(
                            VehicleStatus.MAINTENANCE,
                            aVehicle(company, motorpool.givenVehicle(company).zone()))),
                    hours(9, 12));
        }
        Reserved missed = motorpool.givenReserved(motorpool.givenVehicle(company), hours(10, 12));
        motorpool.clock.moveTo(at(11, 0));

        assertThat(accepted(service.noShows(TIMER))).isEqualTo(new Report(MORE_THAN_A_PAGE + 1, 1, 0));
        assertThat(statusOf(missed)).isEqualTo(ReservationStatus.NO_SHOW);
    }

    @Test
    void drivers_who_did_not_come_lose_their_vehicles_once_however_often_it_is_swept() {
        Vehicle vehicle = motorpool.givenVehicle(company);
        Reserved missed = motorpool.givenReserved(vehicle, hours(9, 11));
        Reserved waiting = motorpool.givenReserved(motorpool.givenVehicle(company), new Period(at(9, 10), at(11, 0)));
        Reserved kept = motorpool.given(
                atRisk(aReservation(motorpool.givenVehicle(company), motorpool.givenDriver(company), hours(9, 11))));
        motorpool.clock.moveTo(at(9, 30));

        assertThat(accepted(service.noShows(TIMER))).isEqualTo(new Report(1, 1, 0));
        assertThat(accepted(service.noShows(TIMER))).isEqualTo(Report.NOTHING);

        assertThat(motorpool.traces.facts())
                .containsExactly(new DriverDidNotShow(missed.id(), company, vehicle.id(), at(9, 30)));
        assertThat(motorpool.stored(waiting.id()).version()).isEqualTo(Version.FIRST);
        assertThat(motorpool.stored(kept.id()).version()).isEqualTo(Version.FIRST);
    }

    @Test
    void one_that_fails_holds_up_no_other() {
        Reserved first = motorpool.givenReserved(motorpool.givenVehicle(company), hours(9, 11));
        Reserved second = motorpool.givenReserved(motorpool.givenVehicle(company), new Period(at(9, 10), at(11, 0)));
        motorpool.clock.moveTo(at(10, 0));
        motorpool.reservations.beforeNextSave(() -> {
            throw new IllegalStateException("out of order");
        });

        assertThat(accepted(service.noShows(TIMER))).isEqualTo(new Report(2, 1, 1));
        assertThat(statusOf(first)).isEqualTo(ReservationStatus.RESERVED);
        assertThat(statusOf(second)).isEqualTo(ReservationStatus.NO_SHOW);

        assertThat(accepted(service.noShows(TIMER))).isEqualTo(new Report(1, 1, 0));
        assertThat(statusOf(first)).isEqualTo(ReservationStatus.NO_SHOW);
        assertThat(motorpool.traces.deeds()).extracting(AuditEntry::action).containsOnly("mark-no-show");
    }

    @Test
    void what_another_node_has_done_meanwhile_is_not_counted_as_done_here() {
        Reserved missed = motorpool.givenReserved(motorpool.givenVehicle(company), hours(9, 11));
        motorpool.clock.moveTo(at(10, 0));
        motorpool.outrunBy(() -> motorpool.reservations.replace(
                motorpool.stored(missed.id()), new Reservation.NoShow(missed.terms(), at(10, 0))));

        assertThat(accepted(service.noShows(TIMER))).isEqualTo(new Report(1, 0, 0));
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    private ReservationStatus statusOf(Reserved reservation) {
        return motorpool.stored(reservation.id()).value().status();
    }

    private InUse givenOnTheRoad(Vehicle vehicle, Period period) {
        return motorpool.given(started(aReservation(vehicle, motorpool.givenDriver(company), period)));
    }
}
