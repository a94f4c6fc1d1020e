package io.motorpool.adapters.persistence.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.driverOf;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.ofCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Deadlocks;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationDesk;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReserveVehicle;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByReservation;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reservations change while others reserve. Whoever loses is told what is in the way, or that they decided on an old
 * version; nobody waits long, and nobody fails.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReservationChangeRaceTest implements PostgresGround {

    private static final int ROUNDS = 200;
    private static final Instant NOW = Instant.parse("2030-01-06T15:00:00Z");

    private final ReservationDesk desk = PostgresDesk.at(new MovedClock(NOW));
    private final List<Finish> finishes = new ArrayList<>();
    private final List<UserId> drivers = new ArrayList<>();
    private CompanyId company;
    private Vehicle vehicle;
    private Vehicle other;
    private Deadlocks deadlocks;

    /** What one caller got; the refusal is absent when they got what they wanted. */
    private record Finish(@Nullable Refusal refusal, Duration took) {
        boolean won() {
            return refusal == null;
        }
    }

    @BeforeEach
    void two_vehicles_and_their_drivers() {
        company = givenCompany();
        vehicle = givenVehicle(company);
        other = givenVehicle(company);
        Stream.generate(() -> givenDriver(company)).limit(8).forEach(drivers::add);
        deadlocks = Deadlocks.soFar(this);
    }

    @AfterEach
    void nobody_waited_long_or_ran_into_a_deadlock() {
        assertThat(finishes).allSatisfy(finish -> assertThat(finish.took()).isLessThan(Duration.ofSeconds(1)));
        deadlocks.assertThatNoneWasAdded();
    }

    @Test
    void of_an_extension_and_a_new_reservation_one_succeeds_and_the_other_learns_of_it() {
        everyRound(round -> {
            Reserved first = given(aReservation(vehicle, drivers.get(0), round.hours(0, 1)));
            Period extended = round.hours(0, 4);
            Period wanted = round.hours(2, 3);

            List<Finish> both = race(() -> reschedule(first, extended), () -> reserve(vehicle, 1, wanted));

            assertThat(both).filteredOn(Finish::won).hasSize(1);
            assertThat(both.get(0).won() ? both.get(1).refusal() : both.get(0).refusal())
                    .isEqualTo(taken(both.get(0).won() ? extended : wanted));
            assertThatPlansAreDisjoint(round, both.get(0).won() ? 1 : 2);
        });
    }

    @Test
    void of_many_who_move_into_the_same_hour_one_succeeds_and_the_others_learn_of_it() {
        everyRound(round -> {
            List<Callable<Finish>> movers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Reserved waiting = given(aReservation(vehicle, drivers.get(i), round.hours(2 * i, 2 * i + 1)));
                Reserved onTheOther = given(aReservation(other, drivers.get(3 + i), round.hours(2 * i, 2 * i + 1)));
                movers.add(() -> reschedule(waiting, round.hours(7, 9)));
                movers.add(() -> finish(() -> desk.changeVehicle.change(by(onTheOther), vehicle.id())));
            }

            List<Finish> all = race(movers);

            assertThat(List.of(all.get(0), all.get(2), all.get(4)))
                    .filteredOn(Finish::won)
                    .hasSize(1);
            assertThat(all)
                    .filteredOn(finish -> !finish.won())
                    .extracting(Finish::refusal)
                    .hasOnlyElementsOfType(VehicleTaken.class);
            assertThatPlansAreDisjoint(round, 6);
        });
    }

    @Test
    void an_hour_that_is_called_off_while_others_ask_for_it_goes_to_one_of_them_or_stays_free() {
        everyRound(round -> {
            Reserved first = given(aReservation(vehicle, drivers.get(0), round.hours(0, 2)));

            List<Finish> all = race(
                    () -> finish(() -> desk.cancel.cancel(byDriver(first))),
                    () -> reserve(vehicle, 1, round.hours(0, 2)),
                    () -> reserve(vehicle, 2, round.hours(1, 3)),
                    () -> reserve(vehicle, 3, round.hours(1, 2)));

            assertThat(all.getFirst().won()).isTrue();
            List<Finish> newcomers = all.subList(1, all.size());
            long won = newcomers.stream().filter(Finish::won).count();
            assertThat(won).isLessThanOrEqualTo(1);
            assertThat(newcomers)
                    .filteredOn(finish -> !finish.won())
                    .extracting(Finish::refusal)
                    .hasOnlyElementsOfType(VehicleTaken.class);
            assertThatPlansAreDisjoint(round, won);
        });
    }

    @Test
    void vehicles_are_swapped_back_and_forth_while_their_reservations_grow_and_others_reserve() {
        everyRound(round -> {
            Reserved mine = given(aReservation(vehicle, drivers.get(0), round.hours(0, 2)));
            Reserved theirs = given(aReservation(other, drivers.get(1), round.hours(1, 3)));
            Reserved later = given(aReservation(other, drivers.get(2), round.hours(6, 8)));

            List<Finish> all = race(
                    () -> finish(() -> desk.swap.swap(by(mine), theirs.id())),
                    () -> finish(() -> desk.swap.swap(by(theirs), mine.id())),
                    () -> reschedule(mine, round.hours(0, 4)),
                    () -> reschedule(theirs, round.hours(1, 5)),
                    () -> reschedule(later, round.hours(4, 8)),
                    () -> reserve(vehicle, 3, round.hours(3, 4)),
                    () -> reserve(other, 4, round.hours(3, 5)),
                    () -> reserve(vehicle, 5, round.hours(4, 6)));

            assertThat(all)
                    .filteredOn(finish -> !finish.won())
                    .extracting(Finish::refusal)
                    .hasOnlyElementsOfTypes(VehicleTaken.class, Stale.class);
            assertThat(all.subList(0, 2)).filteredOn(Finish::won).hasSizeLessThanOrEqualTo(1);
            long added = all.subList(5, 8).stream().filter(Finish::won).count();
            assertThatPlansAreDisjoint(round, 3 + added);
        });
    }

    /** A stretch of time that no other round touches. */
    private record Round(Instant begin) {
        Period hours(int from, int until) {
            return new Period(begin.plus(Duration.ofHours(from)), begin.plus(Duration.ofHours(until)));
        }
    }

    /** One more than are counted: the first one loads classes and opens connections. */
    private void everyRound(Consumer<Round> run) {
        run.accept(new Round(NOW));
        finishes.clear();
        for (int round = 1; round <= ROUNDS; round++) {
            run.accept(new Round(NOW.plus(Duration.ofHours(10L * round))));
        }
    }

    @SafeVarargs
    private List<Finish> race(Callable<Finish>... callers) {
        return race(List.of(callers));
    }

    private List<Finish> race(List<Callable<Finish>> callers) {
        List<Finish> all = AtOnce.each(callers);
        finishes.addAll(all);
        return all;
    }

    private Finish reserve(Vehicle wanted, int driver, Period period) {
        UserId user = drivers.get(driver);
        return finish(() -> desk.reserve.reserve(new ReserveVehicle.Command(
                ofCompany(user, company, Role.MEMBER), wanted.id(), user, period, true, null)));
    }

    private Finish reschedule(Reserved reservation, Period period) {
        return finish(() -> desk.reschedule.reschedule(byDriver(reservation), period));
    }

    private Finish finish(Supplier<Uni<Decision<ReservationView, Refusal>>> step) {
        long began = System.nanoTime();
        Decision<ReservationView, Refusal> decision = result(step);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return decision.fold(_ -> new Finish(null, took), refusal -> new Finish(refusal, took));
    }

    private static ReservationChange byDriver(Reserved reservation) {
        return new ReservationChange(driverOf(reservation), reservation.id(), Version.FIRST, null);
    }

    private static ReservationChange by(Reserved reservation) {
        return new ReservationChange(aSupportAgent(), reservation.id(), Version.FIRST, A_REASON);
    }

    private static VehicleTaken taken(Period period) {
        return new VehicleTaken(OccupancyKind.RESERVATION, period);
    }

    /** Nothing overlaps, and what holds the vehicles is what the reservations say. */
    private void assertThatPlansAreDisjoint(Round round, long reservations) {
        List<Occupancy> plans = Stream.of(vehicle, other)
                .map(each -> inTransaction(() -> schedules().of(each.id(), round.hours(0, 10)))
                        .occupancies())
                .peek(ReservationChangeRaceTest::assertThatNothingOverlaps)
                .flatMap(List::stream)
                .toList();
        assertThat(plans).hasSize((int) reservations).allSatisfy(plan -> {
            ByReservation held = (ByReservation) plan;
            assertThat(stored(held.reservation()).value().occupancy()).contains(held);
        });
    }

    private static void assertThatNothingOverlaps(List<Occupancy> plans) {
        for (int i = 1; i < plans.size(); i++) {
            assertThat(plans.get(i).held().start())
                    .isAfterOrEqualTo(plans.get(i - 1).held().end());
        }
    }
}
