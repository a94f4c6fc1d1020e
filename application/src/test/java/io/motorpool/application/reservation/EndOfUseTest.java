package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.atRisk;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
import static io.motorpool.application.reservation.ReservationFixtures.late;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationRiskCleared;
import io.motorpool.domain.reservation.ReservationEvent.VehicleForceReturned;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReturned;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.OdometerRunsBackwards;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Returns and forced returns. */
class EndOfUseTest {

    private static final Period NINE_TO_ELEVEN = hours(9, 11);
    private static final Odometer READING = new Odometer(12_400);

    private final AMotorpool motorpool = new AMotorpool();
    private final ReturnVehicle returns = motorpool.desk.bringBack;
    private final ForceReturn forcedReturns = motorpool.desk.forceReturn;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final UserId driver = motorpool.givenDriver(company);

    @Test
    void an_early_return_frees_the_rest_but_for_the_turnaround_and_is_announced() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(9, 45));

        ReservationView after = accepted(returns.bringBack(motorpool.byDriver(running), READING));

        assertThat(after.status()).isEqualTo(ReservationStatus.RETURNED);
        assertThat(after.returnedAt()).isEqualTo(at(9, 45));
        assertThat(after.endOdometer()).isEqualTo(READING);
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 45), at(10, 5)));
        assertThat(motorpool.stored(vehicle.id()).odometer()).isEqualTo(READING);
        assertThat(motorpool.traces.facts())
                .containsExactly(new VehicleReturned(running.id(), company, vehicle.id(), READING, at(9, 45)));
        assertThat(motorpool.traces.deeds())
                .singleElement()
                .satisfies(deed -> assertThat(deed.after()).containsEntry("endOdometerKm", "12400"));
    }

    @Test
    void the_turnaround_after_a_return_ends_where_the_next_one_begins() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        Reserved next = motorpool.givenReserved(vehicle, new Period(at(11, 20), at(12, 0)));
        motorpool.clock.moveTo(at(11, 12));

        succeeds(returns.bringBack(motorpool.byDriver(running), READING));

        assertThat(motorpool.held(vehicle))
                .containsExactly(
                        new Period(at(11, 12), at(11, 20)),
                        next.occupancy().orElseThrow().held());
    }

    @Test
    void a_return_below_the_reading_at_the_start_is_refused_and_changes_nothing() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        Odometer below = new Odometer(ODOMETER.km() - 1);
        motorpool.clock.moveTo(at(10, 0));

        assertThat(refused(returns.bringBack(motorpool.byDriver(running), below)))
                .isEqualTo(new OdometerRunsBackwards(below.km(), ODOMETER.km()));
        assertThat(refused(forcedReturns.forceReturn(motorpool.by(aSupportAgent(), running), below)))
                .isEqualTo(new OdometerRunsBackwards(below.km(), ODOMETER.km()));
        assertThat(motorpool.stored(running.id())).isEqualTo(new Versioned<>(running, Version.FIRST));
        assertThat(motorpool.stored(vehicle.id())).isEqualTo(vehicle);
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void nobody_returns_what_is_not_on_the_road() {
        Reserved waiting = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));

        assertThat(refused(returns.bringBack(motorpool.byDriver(waiting), READING)))
                .isEqualTo(new NotPossibleNow(ReservationStatus.RESERVED, Step.RETURN));
        assertThat(refused(forcedReturns.forceReturn(motorpool.by(aSupportAgent(), waiting), null)))
                .isEqualTo(new NotPossibleNow(ReservationStatus.RESERVED, Step.FORCE_RETURN));
    }

    @Test
    void a_forced_return_without_a_look_at_the_dashboard_leaves_the_odometer_as_it_was() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(10, 0));

        ReservationView after = accepted(forcedReturns.forceReturn(motorpool.by(aSupportAgent(), running), null));

        assertThat(after.status()).isEqualTo(ReservationStatus.FORCE_RETURNED);
        assertThat(after.endOdometer()).isNull();
        assertThat(motorpool.stored(vehicle.id())).isEqualTo(vehicle);
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(10, 0), at(10, 20)));
        assertThat(motorpool.traces.facts())
                .containsExactly(new VehicleForceReturned(running.id(), company, vehicle.id(), null, at(10, 0)));
    }

    @Test
    void a_forced_return_with_a_reading_keeps_it_with_the_vehicle() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(10, 0));

        succeeds(forcedReturns.forceReturn(motorpool.by(aSupportAgent(), running), READING));

        assertThat(motorpool.stored(vehicle.id()).odometer()).isEqualTo(READING);
    }

    @Test
    void when_a_late_vehicle_is_back_whoever_follows_is_told_once_and_has_the_whole_grace_to_come() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(12, 0)));
        Reserved next = motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14))));
        Instant now = at(12, 25);
        motorpool.clock.moveTo(now);

        succeeds(returns.bringBack(motorpool.byDriver(running), READING));

        assertThat(motorpool.stored(next.id()).value())
                .isEqualTo(new Reserved(next.terms(), false, now.plus(ReservationPolicy.NO_SHOW_GRACE)));
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleReturned(running.id(), company, vehicle.id(), READING, now), cleared(next, now));
        assertThat(motorpool.traces.deeds())
                .extracting(AuditEntry::subject, AuditEntry::action, AuditEntry::actor, AuditEntry::role)
                .containsExactly(
                        tuple(running.id().value(), "return-vehicle", driver, Role.MEMBER),
                        tuple(next.id().value(), "return-vehicle", driver, Role.MEMBER));
        assertThat(motorpool.held(vehicle))
                .containsExactly(next.occupancy().orElseThrow().held());
    }

    /** They were warned when they got in line, before any sweep had found the vehicle late. */
    @Test
    void whoever_was_warned_before_the_delay_was_recorded_is_told_too() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        Reserved next = motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14))));
        motorpool.clock.moveTo(at(11, 1));

        succeeds(returns.bringBack(motorpool.byDriver(running), READING));

        assertThat(motorpool.traces.facts()).contains(cleared(next, at(11, 1)));
    }

    /** The driver of the reservation that was relieved has done nothing: whoever returned the vehicle has. */
    @Test
    void the_audit_trail_names_the_agent_who_took_the_vehicle_back_for_those_it_relieves_too() {
        Caller agent = aSupportAgent();
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(12, 0)));
        Reserved next = motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(12, 14))));
        motorpool.clock.moveTo(at(11, 30));

        succeeds(forcedReturns.forceReturn(motorpool.by(agent, running), null));

        assertThat(motorpool.traces.deeds())
                .extracting(AuditEntry::subject, AuditEntry::actor, AuditEntry::role, AuditEntry::reason)
                .containsExactly(
                        tuple(running.id().value(), agent.user(), Role.SUPPORT_AGENT, Optional.of(A_REASON)),
                        tuple(next.id().value(), agent.user(), Role.SUPPORT_AGENT, Optional.of(A_REASON)));
    }

    @Test
    void the_turnaround_after_a_late_return_is_kept_though_a_block_has_passed_meanwhile() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(12, 0)));
        motorpool.with(inTheWorkshop(vehicle, hours(12, 13)));
        motorpool.clock.moveTo(at(13, 5));

        succeeds(returns.bringBack(motorpool.byDriver(running), READING));

        assertThat(motorpool.held(vehicle)).containsExactly(hours(12, 13), new Period(at(13, 5), at(13, 25)));
    }

    /** Somebody reserved the gap between the late vehicle and the one who was warned. */
    @Test
    void everybody_who_was_warned_is_told_that_the_vehicle_is_back() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(11, 40)));
        Reserved inTheGap = motorpool.givenReserved(vehicle, new Period(at(11, 40), at(12, 20)));
        Reserved warned = motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(13, 14))));
        motorpool.clock.moveTo(at(11, 30));

        succeeds(forcedReturns.forceReturn(motorpool.by(aSupportAgent(), running), null));

        assertThat(motorpool.traces.facts())
                .contains(cleared(warned, at(11, 30)))
                .doesNotContain(cleared(inTheGap, at(11, 30)));
        assertThat(motorpool.stored(inTheGap.id()).version()).isEqualTo(Version.FIRST);
    }

    @Test
    void a_vehicle_that_comes_back_in_time_is_no_news_for_whoever_follows() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        Reserved next = motorpool.givenReserved(vehicle, hours(12, 14));
        motorpool.clock.moveTo(at(10, 50));

        succeeds(returns.bringBack(motorpool.byDriver(running), READING));

        assertThat(motorpool.traces.facts()).hasSize(1);
        assertThat(motorpool.stored(next.id())).isEqualTo(new Versioned<>(next, Version.FIRST));
    }

    private DomainEvent cleared(Reserved reservation, Instant now) {
        return new ReservationRiskCleared(
                reservation.id(), company, vehicle.id(), reservation.terms().driver(), now);
    }
}
