package io.motorpool.application.reservation;

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
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.ReturnOverdue;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReleased;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.NotOverdue;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordLateReturnServiceTest {

    private static final Caller AGENT = aSupportAgent();
    private static final Period NINE_TO_ELEVEN = hours(9, 11);

    private final AMotorpool motorpool = new AMotorpool();
    private final RecordLateReturn service = motorpool.desk.lateReturn;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final UserId driver = motorpool.givenDriver(company);

    @Test
    void a_late_vehicle_keeps_its_place_for_a_while_and_it_is_announced() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(11, 3));
        Instant kept = at(11, 10).plus(ReservationPolicy.LATE_HOLD);

        ReservationView after = accepted(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(after.overdue()).isTrue();
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), kept));
        assertThat(motorpool.traces.facts()).containsExactly(overdue(running, kept, at(11, 3)));
    }

    @Test
    void a_vehicle_is_late_from_the_end_of_its_period_on() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(11, 0).minusNanos(1));

        assertThat(refused(service.recordLateReturn(motorpool.by(AGENT, running))))
                .isEqualTo(new NotOverdue(at(11, 0)));

        motorpool.clock.moveTo(at(11, 0));
        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));
    }

    @Test
    void only_what_is_on_the_road_comes_back_late() {
        Reserved waiting = motorpool.given(aReservation(vehicle, driver, NINE_TO_ELEVEN));
        motorpool.clock.moveTo(at(11, 0));

        assertThat(refused(service.recordLateReturn(motorpool.by(AGENT, waiting))))
                .isEqualTo(new NotPossibleNow(ReservationStatus.RESERVED, Step.RECORD_LATE_RETURN));
    }

    @Test
    void whoever_follows_soon_is_told_once_and_keeps_their_time() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        Reserved next = motorpool.givenReserved(vehicle, new Period(at(11, 30), at(13, 0)));
        motorpool.clock.moveTo(at(11, 5));

        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(motorpool.traces.facts())
                .containsExactly(overdue(running, at(11, 30), at(11, 5)), warned(next, at(11, 5)));
        assertThat(motorpool.stored(next.id()).value()).isEqualTo(atRisk(next));
        assertThat(motorpool.held(vehicle))
                .containsExactly(
                        new Period(at(9, 0), at(11, 30)),
                        next.occupancy().orElseThrow().held());

        motorpool.clock.moveTo(at(11, 35));
        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(motorpool.traces.facts()).hasSize(2);
        assertThat(motorpool.stored(next.id()).version()).isEqualTo(Version.FIRST.next());
    }

    @Test
    void whoever_follows_later_is_told_when_their_time_comes_near() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        Reserved next = motorpool.givenReserved(vehicle, hours(14, 16));

        motorpool.clock.moveTo(at(14, 0).minus(ReservationPolicy.RISK_REACH).minusNanos(1));
        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));
        assertThat(motorpool.stored(next.id())).isEqualTo(new Versioned<>(next, Version.FIRST));

        motorpool.clock.moveTo(at(14, 0).minus(ReservationPolicy.RISK_REACH));
        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));
        assertThat(motorpool.stored(next.id()).value()).isEqualTo(atRisk(next));
    }

    /** The place cannot be kept any longer, so nothing about the late one changes; but somebody new is affected. */
    @Test
    void whoever_reserves_right_behind_a_late_vehicle_is_told_too() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(11, 40)));
        Reserved newcomer = motorpool.givenReserved(vehicle, new Period(at(11, 40), at(12, 40)));
        motorpool.clock.moveTo(at(11, 35));

        ReservationView after = accepted(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(after).isEqualTo(ReservationView.of(new Versioned<>(running, Version.FIRST)));
        assertThat(motorpool.traces.facts()).containsExactly(warned(newcomer, at(11, 35)));
        assertThat(motorpool.traces.deeds())
                .singleElement()
                .satisfies(deed ->
                        assertThat(deed.subject()).isEqualTo(newcomer.id().value()));
    }

    @Test
    void asking_again_before_the_place_is_used_up_changes_nothing() {
        InUse running = motorpool.given(started(aReservation(vehicle, driver, NINE_TO_ELEVEN)));
        motorpool.clock.moveTo(at(11, 0));
        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));

        motorpool.clock.moveTo(at(11, 20));
        ReservationView again = accepted(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(again.version()).isEqualTo(Version.FIRST.next());
        assertThat(motorpool.traces.facts()).hasSize(1);
        assertThat(motorpool.traces.deeds()).hasSize(1);
    }

    @Test
    void the_place_is_kept_longer_when_it_is_nearly_used_up() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(11, 40)));
        motorpool.clock.moveTo(at(11, 30));

        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), at(12, 10)));
    }

    @Test
    void a_block_that_the_vehicle_has_missed_is_given_up_openly_and_the_place_reaches_beyond_it() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(12, 0)));
        ByDivision missed = motorpool.given(inTheWorkshop(vehicle, hours(12, 13)));
        ByDivision toCome = motorpool.given(inTheWorkshop(vehicle, hours(14, 15)));
        motorpool.clock.moveTo(at(13, 5));

        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), at(13, 40)), toCome.held());
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleReleased(missed.id(), company, vehicle.id(), hours(12, 13), at(13, 5)),
                        overdue(running, at(13, 40), at(13, 5)));
        assertThat(motorpool.traces.deeds())
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::actor)
                .containsExactly(
                        tuple("release-vehicle", missed.id().value(), AGENT.user()),
                        tuple("record-late-return", running.id().value(), AGENT.user()));
    }

    @Test
    void a_block_that_is_not_over_stays() {
        InUse running = motorpool.given(late(aReservation(vehicle, driver, NINE_TO_ELEVEN), at(12, 0)));
        ByDivision block = motorpool.given(inTheWorkshop(vehicle, hours(12, 13)));
        motorpool.clock.moveTo(at(13, 0).minusNanos(1));

        succeeds(service.recordLateReturn(motorpool.by(AGENT, running)));

        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(9, 0), at(12, 0)), block.held());
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    private DomainEvent overdue(Reservation late, Instant keptUntil, Instant now) {
        return new ReturnOverdue(late.id(), company, vehicle.id(), late.terms().driver(), keptUntil, now);
    }

    private DomainEvent warned(Reserved reservation, Instant now) {
        return new ReservationAtRisk(
                reservation.id(), company, vehicle.id(), reservation.terms().driver(), now);
    }
}
