package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.driverOf;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal.ReasonRequired;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the same for every step of a reservation: who may take it, on which version, and what it leaves behind. */
class EveryStepTest {

    private static final Odometer READING = new Odometer(12_400);

    private final AMotorpool motorpool = new AMotorpool();
    private final CompanyId company = motorpool.givenCompany();
    private final UserId driver = motorpool.givenDriver(company);
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final Vehicle other = motorpool.givenVehicle(company);
    private final Reserved colleagues = motorpool.givenReserved(other, hours(14, 16));

    /** A step, what it takes to take it, and when it can be taken. */
    private enum Step {
        RESCHEDULE("reschedule-reservation", Optional.of(Permission.RESERVE), Permission.RESERVE_FOR_OTHERS),
        CHANGE_VEHICLE("change-vehicle", Optional.of(Permission.RESERVE), Permission.RESERVE_FOR_OTHERS),
        CANCEL("cancel-reservation", Optional.of(Permission.RESERVE), Permission.RESERVE_FOR_OTHERS),
        START("start-reservation", Optional.of(Permission.RESERVE), Permission.SUPPORT_RESERVATIONS),
        RETURN("return-vehicle", Optional.of(Permission.RESERVE), Permission.SUPPORT_RESERVATIONS),
        FORCE_RETURN("force-return", Optional.empty(), Permission.SUPPORT_RESERVATIONS),
        NO_SHOW("mark-no-show", Optional.empty(), Permission.SUPPORT_RESERVATIONS),
        LATE_RETURN("record-late-return", Optional.empty(), Permission.SUPPORT_RESERVATIONS),
        SWAP("swap-vehicles", Optional.empty(), Permission.SUPPORT_RESERVATIONS);

        private final String action;
        private final Optional<Permission> byDriver;
        private final Permission byOthers;

        Step(String action, Optional<Permission> byDriver, Permission byOthers) {
            this.action = action;
            this.byDriver = byDriver;
            this.byOthers = byOthers;
        }

        boolean isForRunning() {
            return this == RETURN || this == FORCE_RETURN || this == LATE_RETURN;
        }

        Instant when() {
            return switch (this) {
                case RESCHEDULE, CHANGE_VEHICLE, CANCEL, SWAP -> MONDAY_8AM;
                case START -> at(9, 0);
                case RETURN, FORCE_RETURN -> at(10, 0);
                case NO_SHOW -> at(9, 30);
                case LATE_RETURN -> at(11, 0);
            };
        }
    }

    private Reservation given(Step step) {
        Reserved waiting = aReservation(vehicle, driver, hours(9, 11));
        motorpool.clock.moveTo(step.when());
        return motorpool.given(step.isForRunning() ? started(waiting) : waiting);
    }

    private Uni<Decision<ReservationView, Refusal>> take(Step step, ReservationChange change) {
        ReservationDesk desk = motorpool.desk;
        return switch (step) {
            case RESCHEDULE -> desk.reschedule.reschedule(change, hours(9, 12));
            case CHANGE_VEHICLE -> desk.changeVehicle.change(change, other.id());
            case CANCEL -> desk.cancel.cancel(change);
            case START -> desk.start.start(change, READING);
            case RETURN -> desk.bringBack.bringBack(change, READING);
            case FORCE_RETURN -> desk.forceReturn.forceReturn(change, READING);
            case NO_SHOW -> desk.noShow.markNoShow(change);
            case LATE_RETURN -> desk.lateReturn.recordLateReturn(change);
            case SWAP -> desk.swap.swap(change, colleagues.id());
        };
    }

    @ParameterizedTest
    @EnumSource
    void the_driver_takes_their_own_steps_without_a_reason_and_no_others(Step step) {
        Reservation reservation = given(step);
        ReservationChange change = motorpool.byDriver(reservation);

        if (step.byDriver.isPresent()) {
            ReservationView after = accepted(take(step, change));
            assertThat(after.version()).isEqualTo(Version.FIRST.next());
            assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
                assertThat(deed.action()).isEqualTo(step.action);
                assertThat(deed.actor()).isEqualTo(driver);
                assertThat(deed.role()).isEqualTo(Role.MEMBER);
                assertThat(deed.reason()).isEmpty();
            });
        } else {
            assertThat(refused(take(step, change))).isEqualTo(new NotPermitted(step.byOthers));
            assertThatNothingHappenedTo(reservation);
        }
    }

    @ParameterizedTest
    @EnumSource
    void support_takes_every_step_with_a_reason_and_it_is_on_record(Step step) {
        Reservation reservation = given(step);
        Caller agent = aSupportAgent();

        ReservationView after = accepted(take(step, motorpool.by(agent, reservation)));

        assertThat(after.id()).isEqualTo(reservation.id());
        assertThat(after).isEqualTo(ReservationView.of(motorpool.stored(reservation.id())));
        AuditEntry deed = motorpool.traces.deeds().getFirst();
        assertThat(deed.action()).isEqualTo(step.action);
        assertThat(deed.actor()).isEqualTo(agent.user());
        assertThat(deed.role()).isEqualTo(Role.SUPPORT_AGENT);
        assertThat(deed.company()).isEqualTo(company);
        assertThat(deed.subject()).isEqualTo(reservation.id().value());
        assertThat(deed.reason()).contains(A_REASON);
        assertThat(deed.at()).isEqualTo(step.when());
        assertThat(deed.before()).isEqualTo(viewOf(reservation).facts());
        assertThat(deed.after()).isEqualTo(after.facts()).isNotEqualTo(deed.before());
        assertThat(motorpool.traces.facts()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_but_the_driver_takes_a_step_without_a_reason(Step step) {
        Reservation reservation = given(step);

        assertThat(refused(take(step, new ReservationChange(aSupportAgent(), reservation.id(), Version.FIRST, null))))
                .isEqualTo(new ReasonRequired());
        assertThatNothingHappenedTo(reservation);
    }

    @ParameterizedTest
    @EnumSource
    void the_companys_admin_takes_the_steps_that_are_about_plans(Step step) {
        Reservation reservation = given(step);
        ReservationChange change = motorpool.by(anAdminOf(company), reservation);

        if (step.byOthers == Permission.RESERVE_FOR_OTHERS) {
            assertThat(accepted(take(step, change)).id()).isEqualTo(reservation.id());
            assertThat(motorpool.traces.deeds())
                    .singleElement()
                    .extracting(AuditEntry::role)
                    .isEqualTo(Role.COMPANY_ADMIN);
        } else {
            assertThat(refused(take(step, change))).isEqualTo(new NotPermitted(step.byOthers));
            assertThatNothingHappenedTo(reservation);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_may_only_read_takes_no_step(Step step) {
        Reservation reservation = given(step);

        assertThat(refused(take(step, motorpool.by(anAuditor(), reservation))))
                .isEqualTo(new NotPermitted(step.byOthers));
        assertThatNothingHappenedTo(reservation);
    }

    @ParameterizedTest
    @EnumSource
    void for_strangers_and_colleagues_there_is_no_such_reservation(Step step) {
        Reservation reservation = given(step);
        Caller driverElsewhere = new Caller(
                driver,
                aMemberOf(motorpool.givenCompany()).profile(),
                driverOf(reservation).roles());

        for (Caller caller :
                List.of(anAdminOf(motorpool.givenCompany()), aMemberOf(company), aPrivatePerson(), driverElsewhere)) {
            assertThat(refused(take(step, motorpool.by(caller, reservation))))
                    .isEqualTo(new NotFound(Thing.RESERVATION));
        }
        assertThatNothingHappenedTo(reservation);
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_reservation_is_not_there_for_anybody(Step step) {
        motorpool.clock.moveTo(step.when());
        ReservationId unknown = new ReservationId(Ids.next());

        assertThat(refused(take(step, new ReservationChange(anOperator(), unknown, Version.FIRST, A_REASON))))
                .isEqualTo(new NotFound(Thing.RESERVATION));
    }

    @ParameterizedTest
    @EnumSource
    void a_step_decided_on_another_version_is_stale(Step step) {
        Reservation reservation = given(step);
        Version imagined = Version.FIRST.next();

        assertThat(refused(take(step, new ReservationChange(anOperator(), reservation.id(), imagined, A_REASON))))
                .isEqualTo(new Stale(imagined, Version.FIRST));
        assertThatNothingHappenedTo(reservation);
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_keeps_losing_against_others_fails_and_leaves_no_trace(Step step) {
        Reservation reservation = given(step);
        for (int attempt = 0; attempt < 5; attempt++) {
            motorpool.outrunBy(() -> {});
        }

        assertThatThrownBy(() -> take(step, motorpool.by(anOperator(), reservation))
                        .await()
                        .indefinitely())
                .isInstanceOf(ContendedException.class);
        assertThatNothingHappenedTo(reservation);
        assertThat(motorpool.stored(vehicle.id())).isEqualTo(vehicle);
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_lost_once_is_decided_again(Step step) {
        Reservation reservation = given(step);
        motorpool.outrunBy(() -> {});

        assertThat(accepted(take(step, motorpool.by(anOperator(), reservation))).version())
                .isEqualTo(Version.FIRST.next());
    }

    private void assertThatNothingHappenedTo(Reservation reservation) {
        assertThat(motorpool.stored(reservation.id())).isEqualTo(new Versioned<>(reservation, Version.FIRST));
        assertThat(motorpool.stored(colleagues.id())).isEqualTo(new Versioned<>(colleagues, Version.FIRST));
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.traces.deeds()).isEmpty();
    }

    private static ReservationView viewOf(Reservation reservation) {
        return ReservationView.of(new Versioned<>(reservation, Version.FIRST));
    }
}
