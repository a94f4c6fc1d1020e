package io.motorpool.adapters.persistence.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anOperator;
import static io.motorpool.application.shared.Callers.ofCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.reservation.OccupyVehicle;
import io.motorpool.application.reservation.OccupyVehicle.Moved;
import io.motorpool.application.reservation.OccupyVehicle.Occupied;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationDesk;
import io.motorpool.application.reservation.ReservationFixtures;
import io.motorpool.application.reservation.ReservationReader;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReserveVehicle;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.ReservationRefusal.NotRelocatable;
import io.motorpool.domain.reservation.ReservationRefusal.ReservationsInTheWay;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleStillOut;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every step once on the real thing. What each of them decides is tested where nothing has to be stored. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReservationDeskOnPostgresTest implements PostgresGround {

    /** A Monday long before the one of the contracts: what they leave behind is not due yet. */
    private static final Duration EARLIER = Duration.ofDays(420);

    private static final Odometer READING = new Odometer(ODOMETER.km() + 80);
    private static final Caller AGENT = aSupportAgent();

    private final MovedClock clock = new MovedClock(at(8, 0));
    private ReservationDesk desk;
    private Vehicle vehicle;
    private Vehicle other;

    @BeforeEach
    void open() {
        desk = PostgresDesk.at(clock);
        vehicle = givenVehicle();
        other = givenVehicle(vehicle.company());
    }

    @Test
    void a_reservation_is_moved_extended_and_shortened() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));

        ReservationView extended = accepted(() -> desk.reschedule.reschedule(byDriver(reserved), hours(9, 13)));
        ReservationView moved = accepted(() -> desk.reschedule.reschedule(byDriver(extended), hours(14, 18)));
        ReservationView shortened = accepted(() -> desk.reschedule.reschedule(byDriver(moved), hours(14, 16)));

        assertThat(shortened.version()).isEqualTo(new Version(3));
        assertThat(held(vehicle)).containsExactly(new Period(at(14, 0), at(16, 20)));
        assertThat(facts(reserved))
                .containsExactly(
                        "VehicleReserved",
                        "ReservationRescheduled",
                        "ReservationRescheduled",
                        "ReservationRescheduled");
        assertThat(deeds(reserved))
                .containsExactly(
                        "reserve-vehicle",
                        "reschedule-reservation",
                        "reschedule-reservation",
                        "reschedule-reservation");
    }

    @Test
    void a_refused_change_says_what_is_in_the_way_and_leaves_everything_as_it_was() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        ReservationView next = reserve(vehicle, hours(12, 14));

        assertThat(refused(() -> desk.reschedule.reschedule(byDriver(reserved), hours(9, 13))))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, next.period()));
        assertThat(viewed(reserved)).isEqualTo(reserved);
        assertThat(facts(reserved)).containsExactly("VehicleReserved");
    }

    @Test
    void a_change_decided_on_an_old_version_is_stale() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        ReservationView extended = accepted(() -> desk.reschedule.reschedule(byDriver(reserved), hours(9, 12)));

        assertThat(refused(() -> desk.cancel.cancel(byDriver(reserved))))
                .isEqualTo(new Stale(reserved.version(), extended.version()));
    }

    @Test
    void a_reservation_changes_its_vehicle() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));

        ReservationView changed = accepted(() -> desk.changeVehicle.change(byDriver(reserved), other.id()));

        assertThat(changed.vehicle()).isEqualTo(other.id());
        assertThat(viewed(reserved)).isEqualTo(changed);
        assertThat(held(vehicle)).isEmpty();
        assertThat(held(other)).containsExactly(new Period(at(9, 0), at(11, 20)));
        assertThat(facts(reserved)).containsExactly("VehicleReserved", "VehicleChanged");
    }

    @Test
    void two_reservations_exchange_their_vehicles() {
        ReservationView mine = reserve(vehicle, hours(9, 11));
        ReservationView theirs = reserve(other, hours(10, 12));

        ReservationView swapped = accepted(() -> desk.swap.swap(by(AGENT, mine), theirs.id()));

        assertThat(swapped.vehicle()).isEqualTo(other.id());
        assertThat(viewed(theirs).vehicle()).isEqualTo(vehicle.id());
        assertThat(viewed(theirs).version()).isEqualTo(Version.FIRST.next());
        assertThat(held(vehicle)).containsExactly(new Period(at(10, 0), at(12, 20)));
        assertThat(held(other)).containsExactly(new Period(at(9, 0), at(11, 20)));
        assertThat(deeds(theirs)).containsExactly("reserve-vehicle", "swap-vehicles");
    }

    @Test
    void a_cancelled_reservation_makes_room() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));

        ReservationView cancelled = accepted(() -> desk.cancel.cancel(byDriver(reserved)));

        assertThat(cancelled.status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(viewed(reserved)).isEqualTo(cancelled);
        assertThat(reserve(vehicle, hours(9, 11)).version()).isEqualTo(Version.FIRST);
        assertThat(facts(reserved)).containsExactly("VehicleReserved", "ReservationCancelled");
    }

    @Test
    void a_vehicle_that_is_back_early_is_free_after_its_turnaround() {
        ReservationView reserved = reserve(vehicle, hours(9, 12));
        clock.moveTo(at(9, 3));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), ODOMETER));
        clock.moveTo(at(9, 45));

        ReservationView returned = accepted(() -> desk.bringBack.bringBack(byDriver(started), READING));

        assertThat(returned.status()).isEqualTo(ReservationStatus.RETURNED);
        assertThat(returned.startedAt()).isEqualTo(at(9, 3));
        assertThat(returned.returnedAt()).isEqualTo(at(9, 45));
        assertThat(viewed(reserved)).isEqualTo(returned);
        assertThat(held(vehicle)).containsExactly(new Period(at(9, 45), at(10, 5)));
        assertThat(stored(vehicle.id()).value().odometer()).isEqualTo(READING);
        assertThat(reserve(vehicle, new Period(at(10, 10), at(11, 0))).status()).isEqualTo(ReservationStatus.RESERVED);
        assertThat(facts(reserved)).containsExactly("VehicleReserved", "ReservationStarted", "VehicleReturned");
    }

    @Test
    void a_running_reservation_is_extended_and_shortened() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        clock.moveTo(at(9, 0));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), ODOMETER));

        ReservationView extended = accepted(() -> desk.reschedule.reschedule(byDriver(started), hours(9, 14)));
        ReservationView shortened = accepted(() -> desk.reschedule.reschedule(byDriver(extended), hours(9, 10)));

        assertThat(shortened.status()).isEqualTo(ReservationStatus.IN_USE);
        assertThat(held(vehicle)).containsExactly(new Period(at(9, 0), at(10, 20)));
        assertThat(accepted(() -> desk.bringBack.bringBack(byDriver(shortened), READING))
                        .period())
                .isEqualTo(hours(9, 10));
    }

    @Test
    void support_takes_a_vehicle_back_without_a_reading() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        clock.moveTo(at(9, 0));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), READING));
        clock.moveTo(at(10, 0));

        ReservationView forced = accepted(() -> desk.forceReturn.forceReturn(by(AGENT, started), null));

        assertThat(forced.status()).isEqualTo(ReservationStatus.FORCE_RETURNED);
        assertThat(forced.endOdometer()).isNull();
        assertThat(viewed(reserved)).isEqualTo(forced);
        assertThat(stored(vehicle.id()).value().odometer()).isEqualTo(READING);
        assertThat(facts(reserved)).containsExactly("VehicleReserved", "ReservationStarted", "VehicleForceReturned");
    }

    @Test
    void a_driver_who_does_not_come_loses_the_vehicle_to_the_sweep() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        clock.moveTo(at(9, 30));

        assertThat(accepted(() -> desk.sweeps.noShows(aTimer())).failed()).isZero();
        assertThat(accepted(() -> desk.sweeps.noShows(aTimer())).failed()).isZero();

        assertThat(viewed(reserved).status()).isEqualTo(ReservationStatus.NO_SHOW);
        assertThat(held(vehicle)).isEmpty();
        assertThat(facts(reserved)).containsExactly("VehicleReserved", "DriverDidNotShow");
    }

    @Test
    void a_block_over_reservations_is_refused_unless_they_may_move() {
        ReservationView first = reserve(vehicle, hours(9, 10));
        ReservationView second = reserve(vehicle, hours(11, 12));

        assertThat(refused(() -> desk.occupy.occupy(block(vehicle, hours(9, 12), false))))
                .isEqualTo(new ReservationsInTheWay(List.of(first.id(), second.id())));

        Occupied occupied = accepted(() -> desk.occupy.occupy(block(vehicle, hours(9, 12), true)));

        assertThat(occupied.moved())
                .containsExactly(
                        new Moved(first.id(), vehicle.id(), other.id()),
                        new Moved(second.id(), vehicle.id(), other.id()));
        assertThat(held(vehicle)).containsExactly(hours(9, 12));
        assertThat(held(other)).containsExactly(new Period(at(9, 0), at(10, 20)), new Period(at(11, 0), at(12, 20)));
        assertThat(viewed(first).vehicle()).isEqualTo(other.id());
        assertThat(facts(second)).containsExactly("VehicleReserved", "VehicleChanged");
        assertThat(deeds(second)).containsExactly("reserve-vehicle", "relocate-reservation");
        assertThat(facts(occupied.occupancy().id().value())).containsExactly("VehicleOccupied");
    }

    @Test
    void a_block_that_cannot_be_placed_moves_nobody() {
        ReservationView reserved = reserve(vehicle, hours(9, 10));
        Occupied workshop = accepted(() -> desk.occupy.occupy(block(vehicle, hours(12, 14), false)));
        assertThat(refused(() -> desk.occupy.occupy(block(vehicle, hours(9, 13), true))))
                .isEqualTo(new VehicleTaken(
                        OccupancyKind.MAINTENANCE, workshop.occupancy().held()));

        ReservationView taken = reserve(other, hours(9, 10));
        assertThat(refused(() -> desk.occupy.occupy(block(vehicle, hours(9, 12), true))))
                .isEqualTo(new NotRelocatable(List.of(reserved.id())));

        assertThat(viewed(reserved)).isEqualTo(reserved);
        assertThat(viewed(taken)).isEqualTo(taken);
        assertThat(facts(reserved)).containsExactly("VehicleReserved");
    }

    @Test
    void a_released_block_makes_room_and_is_released_once() {
        OccupancyId block = accepted(() -> desk.occupy.occupy(block(vehicle, hours(9, 12), false)))
                .occupancy()
                .id();

        assertThat(accepted(() -> desk.occupy.release(AGENT, block, A_REASON)).held())
                .isEqualTo(hours(9, 12));
        assertThat(refused(() -> desk.occupy.release(AGENT, block, A_REASON))).isEqualTo(new NotFound(Thing.OCCUPANCY));

        assertThat(held(vehicle)).isEmpty();
        assertThat(facts(block.value())).containsExactly("VehicleOccupied", "VehicleReleased");
    }

    @Test
    void whoever_follows_a_late_vehicle_is_warned_and_then_relieved() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        ReservationView next = reserve(vehicle, new Period(at(11, 30), at(13, 0)));
        clock.moveTo(at(9, 0));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), ODOMETER));

        clock.moveTo(at(11, 5));
        assertThat(accepted(() -> desk.sweeps.lateReturns(aTimer())).failed()).isZero();
        assertThat(viewed(reserved).overdue()).isTrue();
        assertThat(viewed(next).atRisk()).isTrue();
        assertThat(held(vehicle)).containsExactly(new Period(at(9, 0), at(11, 30)), new Period(at(11, 30), at(13, 20)));

        clock.moveTo(at(12, 10));
        assertThat(accepted(() -> desk.sweeps.lateReturns(aTimer())).failed()).isZero();
        ReservationView waiting = viewed(next);
        assertThat(refused(() -> desk.start.start(byDriver(waiting), ODOMETER))).isEqualTo(new VehicleStillOut());
        assertThat(refused(() -> desk.noShow.markNoShow(by(AGENT, waiting)))).isEqualTo(new VehicleStillOut());

        ReservationView late = viewed(started);
        ReservationView returned = accepted(() -> desk.bringBack.bringBack(byDriver(late), READING));
        ReservationView relieved = viewed(next);
        assertThat(returned.status()).isEqualTo(ReservationStatus.RETURNED);
        assertThat(relieved.atRisk()).isFalse();
        assertThat(held(vehicle)).containsExactly(new Period(at(11, 30), at(13, 20)));
        assertThat(accepted(() -> desk.start.start(byDriver(relieved), READING)).status())
                .isEqualTo(ReservationStatus.IN_USE);

        assertThat(facts(reserved))
                .containsExactly("VehicleReserved", "ReservationStarted", "ReturnOverdue", "VehicleReturned");
        assertThat(facts(next))
                .containsExactly(
                        "VehicleReserved", "ReservationAtRisk", "ReservationRiskCleared", "ReservationStarted");
        assertThat(deeds(next))
                .containsExactly("reserve-vehicle", "record-late-return", "return-vehicle", "start-reservation");
    }

    @Test
    void whoever_reserves_behind_a_late_vehicle_is_warned_with_the_reservation() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        clock.moveTo(at(9, 0));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), ODOMETER));
        clock.moveTo(at(11, 5));
        assertThat(accepted(() -> desk.lateReturn.recordLateReturn(by(AGENT, started)))
                        .overdue())
                .isTrue();

        ReservationView newcomer = reserve(vehicle, hours(12, 14));

        assertThat(newcomer.atRisk()).isTrue();
        assertThat(newcomer).isEqualTo(viewed(newcomer));
        assertThat(facts(newcomer)).containsExactly("VehicleReserved", "ReservationAtRisk");
        assertThat(held(vehicle)).containsExactly(new Period(at(9, 0), at(11, 40)), new Period(at(12, 0), at(14, 20)));
    }

    /** The workshop waited in vain: what is over gives way, so that nobody believes the vehicle to be there. */
    @Test
    void a_late_vehicle_keeps_its_place_beyond_a_block_that_is_over() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        ByDivision block = accepted(() -> desk.occupy.occupy(new OccupyVehicle.Command(
                        AGENT, vehicle.id(), Version.FIRST, Cause.MAINTENANCE, hours(12, 13), false, A_REASON)))
                .occupancy();
        clock.moveTo(at(9, 0));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), ODOMETER));
        clock.moveTo(at(13, 5));

        ReservationView late = accepted(() -> desk.lateReturn.recordLateReturn(by(AGENT, started)));

        assertThat(late.overdue()).isTrue();
        assertThat(held(vehicle)).containsExactly(new Period(at(9, 0), at(13, 40)));
        assertThat(refused(() -> desk.occupy.release(AGENT, block.id(), A_REASON)))
                .isEqualTo(new NotFound(Thing.OCCUPANCY));
    }

    @Test
    void a_late_vehicle_whose_reservation_is_extended_is_late_no_longer() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));
        ReservationView next = reserve(vehicle, hours(13, 14));
        clock.moveTo(at(9, 0));
        ReservationView started = accepted(() -> desk.start.start(byDriver(reserved), ODOMETER));
        clock.moveTo(at(11, 5));
        ReservationView late = accepted(() -> desk.lateReturn.recordLateReturn(by(AGENT, started)));

        ReservationView extended = accepted(() -> desk.reschedule.reschedule(byDriver(late), hours(9, 12)));

        assertThat(late.overdue()).isTrue();
        assertThat(extended.overdue()).isFalse();
        assertThat(facts(next)).containsExactly("VehicleReserved", "ReservationAtRisk", "ReservationRiskCleared");
        assertThat(accepted(() -> desk.bringBack.bringBack(byDriver(extended), READING))
                        .status())
                .isEqualTo(ReservationStatus.RETURNED);
    }

    @Test
    void a_note_stands_beside_the_reservation() {
        ReservationView reserved = reserve(vehicle, hours(9, 11));

        assertThat(accepted(() -> desk.annotate.annotate(by(anOperator(), reserved), "문이 잠기지 않음"))
                        .text())
                .isEqualTo("문이 잠기지 않음");

        assertThat(viewed(reserved)).isEqualTo(reserved);
        assertThat(facts(reserved)).containsExactly("VehicleReserved", "ReservationAnnotated");
    }

    private ReservationView reserve(Vehicle wanted, Period period) {
        UserId driver = givenDriver(wanted.company());
        Caller caller = ofCompany(driver, wanted.company(), Role.MEMBER);
        return accepted(() ->
                desk.reserve.reserve(new ReserveVehicle.Command(caller, wanted.id(), driver, period, true, null)));
    }

    private static ReservationChange byDriver(ReservationView seen) {
        Caller driver = ofCompany(seen.driver(), seen.company(), Role.MEMBER);
        return new ReservationChange(driver, seen.id(), seen.version(), null);
    }

    private static ReservationChange by(Caller caller, ReservationView seen) {
        return new ReservationChange(caller, seen.id(), seen.version(), A_REASON);
    }

    private static OccupyVehicle.Command block(Vehicle blocked, Period period, boolean relocate) {
        return new OccupyVehicle.Command(
                AGENT, blocked.id(), Version.FIRST, Cause.MAINTENANCE, period, relocate, A_REASON);
    }

    private <T> T accepted(Supplier<Uni<Decision<T, Refusal>>> step) {
        return switch (result(step)) {
            case Accepted<T, Refusal>(var value) -> value;
            case Refused<T, Refusal>(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }

    private <T> Refusal refused(Supplier<Uni<Decision<T, Refusal>>> step) {
        return switch (result(step)) {
            case Accepted<T, Refusal>(var value) -> throw new AssertionError("accepted: " + value);
            case Refused<T, Refusal>(var reason) -> reason;
        };
    }

    private ReservationView viewed(ReservationView earlier) {
        return inTransaction(() -> PostgresGround.port(ReservationReader.class).view(earlier.id()))
                .orElseThrow();
    }

    private List<Period> held(Vehicle of) {
        return inTransaction(() -> schedules().of(of.id(), hours(0, 24))).occupancies().stream()
                .map(Occupancy::held)
                .toList();
    }

    private List<String> facts(ReservationView about) {
        return facts(about.id().value());
    }

    /** In the words of the test's event format: the name of the event. */
    private List<String> facts(UUID subject) {
        return inTransaction(() -> Sql.rows(
                        "SELECT body, seq FROM outbox WHERE key = :subject ORDER BY seq",
                        Map.of("subject", subject.toString())))
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private List<String> deeds(ReservationView about) {
        CompanyId company = about.company();
        return inTransaction(() -> PostgresGround.port(AuditTrail.class)
                        .of(company, Optional.of(about.id().value()), Page.Request.first()))
                .items()
                .reversed()
                .stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static Instant at(int hour, int minute) {
        return ReservationFixtures.at(hour, minute).minus(EARLIER);
    }

    private static Period hours(int from, int until) {
        return new Period(at(from, 0), at(until, 0));
    }
}
