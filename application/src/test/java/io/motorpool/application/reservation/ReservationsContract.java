package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.A_LICENCE;
import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.company.CompanyFixtures.profile;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.during;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
import static io.motorpool.application.reservation.ReservationFixtures.onVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of reservations promises. */
public interface ReservationsContract extends ReservationGround {

    Period NINE_TO_ELEVEN = hours(9, 11);
    int ROUNDS = 10;

    @Test
    default void a_reservation_that_was_never_added_is_not_found_and_not_locked() {
        ReservationId unknown = new ReservationId(Ids.next());
        Reserved known = givenReserved(givenVehicle(), NINE_TO_ELEVEN);

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> reservations().lock(List.of(unknown, known.id()), List.of())))
                .containsExactly(new Versioned<>(known, Version.FIRST));
    }

    @Test
    default void an_added_reservation_is_found_as_it_was_in_its_first_version() {
        Reserved reservation = givenReserved(givenVehicle(), NINE_TO_ELEVEN);

        assertThat(find(reservation.id())).contains(new Versioned<>(reservation, Version.FIRST));
    }

    @Test
    default void an_added_reservation_takes_the_time_of_its_vehicle_and_the_turnaround_after_it() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, NINE_TO_ELEVEN);

        assertThat(planned(vehicle))
                .containsExactly(reservation.occupancy().orElseThrow())
                .extracting(Occupancy::held)
                .containsExactly(new Period(at(9, 0), at(11, 20)));
    }

    @Test
    default void time_that_is_taken_is_not_given_again_and_the_unit_of_work_goes_on() {
        Vehicle vehicle = givenVehicle();
        Occupancy taken = givenReserved(vehicle, NINE_TO_ELEVEN).occupancy().orElseThrow();
        UserId driver = givenDriver(vehicle.company());
        Reserved overlapping = aReservation(vehicle, driver, hours(10, 12));
        Reserved withinTheTurnaround = aReservation(vehicle, driver, new Period(at(11, 10), at(12, 0)));
        Reserved endingTooLate = aReservation(vehicle, driver, new Period(at(8, 0), at(8, 50)));
        Reserved free = aReservation(vehicle, driver, new Period(at(11, 20), at(12, 0)));

        var answers = inTransaction(() -> Multi.createFrom()
                .items(overlapping, withinTheTurnaround, endingTooLate, free)
                .onItem()
                .transformToUniAndConcatenate(reservations()::add)
                .collect()
                .asList());

        assertThat(answers).containsExactly(false, false, false, true);
        assertThat(find(overlapping.id())).isEmpty();
        assertThat(planned(vehicle)).containsExactly(taken, free.occupancy().orElseThrow());
    }

    @Test
    default void time_that_the_division_took_is_not_given() {
        Vehicle vehicle = givenVehicle();
        Occupancy.ByDivision block = given(inTheWorkshop(vehicle, hours(9, 12)));

        assertThat(add(aReservation(vehicle, givenDriver(vehicle.company()), hours(11, 13))))
                .isFalse();
        assertThat(planned(vehicle)).containsExactly(block);
    }

    @Test
    default void a_driver_gets_one_vehicle_at_a_time_whoever_owns_them() {
        Vehicle vehicle = givenVehicle();
        Vehicle elsewhere = givenVehicle();
        UserId driver = given(aReservation(vehicle, givenDriver(vehicle.company()), NINE_TO_ELEVEN))
                .terms()
                .driver();
        Member _ = given(aMember(elsewhere.company(), driver));

        assertThat(add(aReservation(elsewhere, driver, hours(10, 12)))).isFalse();
        assertThat(planned(elsewhere)).isEmpty();
        assertThat(add(aReservation(elsewhere, driver, hours(11, 12)))).isTrue();
    }

    @Test
    default void a_vehicle_that_went_out_of_service_or_a_driver_who_left_meanwhile_is_not_free() {
        CompanyId company = givenCompany();
        Vehicle inMaintenance = given(in(VehicleStatus.MAINTENANCE, aVehicle(company, givenZone(company))));
        UserId former = given(retired(aMember(company))).user();

        assertThat(add(aReservation(inMaintenance, givenDriver(company), NINE_TO_ELEVEN)))
                .isFalse();
        assertThat(add(aReservation(givenVehicle(company), former, NINE_TO_ELEVEN)))
                .isFalse();
    }

    @Test
    default void every_state_is_found_as_it_was_saved_with_the_time_it_takes() {
        Supplier<Reserved> waiting = () -> givenReserved(givenVehicle(), NINE_TO_ELEVEN);

        for (Reservation changed : everyState(waiting)) {
            List<Version> versions = become(stored(changed.id()), changed);

            assertThat(versions).containsExactly(Version.FIRST.next());
            assertThat(find(changed.id())).contains(new Versioned<>(changed, Version.FIRST.next()));
            assertThat(inTransaction(() -> schedules().of(changed.terms().vehicle(), hours(0, 24)))
                            .occupancies())
                    .isEqualTo(changed.occupancy().stream().toList());
        }
    }

    private static List<Reservation> everyState(Supplier<Reserved> waiting) {
        List<Reservation> states = new ArrayList<>();
        Reserved atRisk = waiting.get();
        states.add(new Reserved(atRisk.terms(), true, at(10, 0)));
        InUse running = started(waiting.get());
        states.add(running);
        InUse late = started(waiting.get());
        states.add(new InUse(late.terms(), late.departure(), at(12, 40)));
        InUse early = started(waiting.get());
        states.add(new Returned(early.terms(), early.departure(), at(10, 7), new Odometer(12_400), at(10, 27)));
        InUse without = started(waiting.get());
        states.add(new ForceReturned(without.terms(), without.departure(), at(11, 30), null, at(11, 30)));
        InUse with = started(waiting.get());
        states.add(new ForceReturned(with.terms(), with.departure(), at(11, 30), ODOMETER, at(11, 50)));
        states.add(new Cancelled(waiting.get().terms(), at(8, 30)));
        states.add(new NoShow(waiting.get().terms(), at(9, 30)));
        return states;
    }

    @Test
    default void a_moved_reservation_frees_its_old_time_and_takes_the_new() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved moved = during(reservation, hours(14, 16));

        assertThat(become(stored(reservation.id()), moved)).containsExactly(Version.FIRST.next());
        assertThat(planned(vehicle)).containsExactly(moved.occupancy().orElseThrow());
        assertThat(add(aReservation(vehicle, givenDriver(vehicle.company()), NINE_TO_ELEVEN)))
                .isTrue();
    }

    @Test
    default void an_extended_reservation_does_not_stand_in_its_own_way() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved extended = during(reservation, hours(9, 13));

        assertThat(become(stored(reservation.id()), extended)).containsExactly(Version.FIRST.next());
        assertThat(planned(vehicle)).containsExactly(extended.occupancy().orElseThrow());
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, NINE_TO_ELEVEN);
        Versioned<Reservation> seen = stored(reservation.id());
        Reserved moved = during(reservation, hours(14, 16));
        assertThat(become(seen, moved)).hasSize(1);

        assertThatThrownBy(() -> become(seen, new Cancelled(reservation.terms(), at(8, 0))))
                .isInstanceOf(ContendedException.class);
        assertThat(find(reservation.id())).contains(new Versioned<>(moved, Version.FIRST.next()));
        assertThat(planned(vehicle)).containsExactly(moved.occupancy().orElseThrow());
    }

    @Test
    default void a_move_onto_taken_time_fails_and_changes_nothing() {
        Vehicle vehicle = givenVehicle();
        Reserved before = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved after = givenReserved(vehicle, hours(14, 16));

        assertThatThrownBy(() -> become(stored(before.id()), during(before, hours(13, 15))))
                .isInstanceOf(ContendedException.class);
        assertThat(find(before.id())).contains(new Versioned<>(before, Version.FIRST));
        assertThat(planned(vehicle))
                .containsExactly(
                        before.occupancy().orElseThrow(), after.occupancy().orElseThrow());
    }

    @Test
    default void a_move_into_another_reservation_of_the_driver_fails_and_changes_nothing() {
        Vehicle vehicle = givenVehicle();
        Vehicle other = givenVehicle(vehicle.company());
        Reserved morning = givenReserved(vehicle, NINE_TO_ELEVEN);
        UserId driver = morning.terms().driver();
        Reserved evening = given(aReservation(other, driver, hours(18, 20)));

        assertThatThrownBy(() -> become(stored(morning.id()), during(morning, hours(17, 19))))
                .isInstanceOf(ContendedException.class);
        assertThat(planned(vehicle)).containsExactly(morning.occupancy().orElseThrow());
        assertThat(planned(other)).containsExactly(evening.occupancy().orElseThrow());
    }

    @Test
    default void a_vehicle_is_out_with_one_driver_only() {
        Vehicle vehicle = givenVehicle();
        Reserved first = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved second = givenReserved(vehicle, hours(14, 16));
        assertThat(become(stored(first.id()), started(first))).hasSize(1);

        assertThatThrownBy(() -> become(stored(second.id()), started(second))).isInstanceOf(ContendedException.class);
        assertThat(find(second.id())).contains(new Versioned<>(second, Version.FIRST));
    }

    @Test
    default void what_is_saved_together_is_saved_wholly_or_not_at_all() {
        Vehicle vehicle = givenVehicle();
        Reserved first = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved second = givenReserved(vehicle, hours(12, 13));
        Reserved third = givenReserved(vehicle, hours(15, 17));
        Reserved fits = during(first, hours(8, 9));
        Reserved doesNot = during(second, hours(14, 16));

        assertThatThrownBy(() -> saveAll(
                        stored(first.id()).with(fits), stored(second.id()).with(doesNot)))
                .isInstanceOf(ContendedException.class);
        assertThat(find(first.id())).contains(new Versioned<>(first, Version.FIRST));
        assertThat(planned(vehicle))
                .containsExactlyElementsOf(Stream.of(first, second, third)
                        .flatMap(each -> each.occupancy().stream())
                        .toList());
    }

    @Test
    default void two_reservations_of_the_same_hours_exchange_their_vehicles() {
        Vehicle vehicle = givenVehicle();
        Vehicle other = givenVehicle(vehicle.company());
        Reserved one = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved two = givenReserved(other, hours(10, 12));
        Versioned<Reservation> twice = touched(two);
        Reserved oneMoved = onVehicle(one, other);
        Reserved twoMoved = onVehicle(two, vehicle);

        List<Version> versions = saveAll(stored(one.id()).with(oneMoved), twice.with(twoMoved));

        assertThat(versions)
                .containsExactly(Version.FIRST.next(), Version.FIRST.next().next());
        assertThat(planned(vehicle)).containsExactly(twoMoved.occupancy().orElseThrow());
        assertThat(planned(other)).containsExactly(oneMoved.occupancy().orElseThrow());
    }

    /** Changed once and back in the form it had, so that its version differs from others'. */
    private Versioned<Reservation> touched(Reserved reservation) {
        Reserved atRisk = new Reserved(reservation.terms(), true, reservation.noShowFrom());
        assertThat(become(stored(reservation.id()), atRisk)).hasSize(1);
        return stored(reservation.id());
    }

    @Test
    default void an_exchange_that_runs_into_a_third_reservation_changes_neither() {
        Vehicle vehicle = givenVehicle();
        Vehicle other = givenVehicle(vehicle.company());
        Reserved one = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved two = givenReserved(other, hours(12, 14));
        Reserved third = givenReserved(vehicle, hours(13, 15));

        assertThatThrownBy(() -> saveAll(
                        stored(one.id()).with(onVehicle(one, other)),
                        stored(two.id()).with(onVehicle(two, vehicle))))
                .isInstanceOf(ContendedException.class);
        assertThat(planned(vehicle))
                .containsExactly(
                        one.occupancy().orElseThrow(), third.occupancy().orElseThrow());
        assertThat(planned(other)).containsExactly(two.occupancy().orElseThrow());
    }

    @Test
    default void of_many_who_want_overlapping_hours_at_once_one_gets_them() {
        for (int round = 0; round < ROUNDS; round++) {
            Vehicle vehicle = givenVehicle();
            List<Callable<Boolean>> callers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Period period = new Period(at(9, 10 * i), at(11, 10 * i));
                Reserved wanted = aReservation(vehicle, givenDriver(vehicle.company()), period);
                callers.add(() -> add(wanted));
            }

            assertThat(AtOnce.each(callers)).filteredOn(won -> won).hasSize(1);
            assertThat(planned(vehicle)).hasSize(1);
        }
    }

    @Test
    default void of_many_vehicles_that_a_driver_wants_at_once_one_is_got() {
        CompanyId company = givenCompany();
        UserId driver = givenDriver(company);
        List<Vehicle> vehicles =
                Stream.generate(() -> givenVehicle(company)).limit(6).toList();
        List<Callable<Boolean>> callers = vehicles.stream()
                .<Callable<Boolean>>map(vehicle -> () -> add(aReservation(vehicle, driver, NINE_TO_ELEVEN)))
                .toList();

        assertThat(AtOnce.each(callers)).filteredOn(won -> won).hasSize(1);
        assertThat(vehicles.stream().flatMap(vehicle -> planned(vehicle).stream()))
                .hasSize(1);
    }

    @Test
    default void of_an_extension_and_a_new_reservation_for_the_same_time_one_succeeds() {
        for (int round = 0; round < ROUNDS; round++) {
            Vehicle vehicle = givenVehicle();
            Reserved running = givenReserved(vehicle, NINE_TO_ELEVEN);
            Reserved wanted = aReservation(vehicle, givenDriver(vehicle.company()), hours(12, 13));

            List<Boolean> succeeded = AtOnce.each(List.of(() -> extend(running, hours(9, 13)), () -> add(wanted)));

            assertThat(succeeded).containsExactlyInAnyOrder(true, false);
            assertThat(planned(vehicle)).hasSize(succeeded.get(1) ? 2 : 1);
        }
    }

    private boolean extend(Reserved reservation, Period period) {
        try {
            return inTransaction(() -> reservations()
                            .lock(List.of(reservation.id()), List.of())
                            .chain(found -> reservations()
                                    .saveAll(List.of(found.getFirst().with(during(reservation, period))))))
                    .equals(List.of(Version.FIRST.next()));
        } catch (ContendedException lost) {
            return false;
        }
    }

    @Test
    default void callers_who_lock_the_same_reservation_take_turns() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, NINE_TO_ELEVEN);

        List<List<Version>> versions = AtOnce.times(
                6,
                () -> inTransaction(() -> reservations()
                        .lock(List.of(reservation.id()), List.of())
                        .chain(found -> longer(found.getFirst()))));

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(stored(reservation.id()).value().terms().period()).isEqualTo(NINE_TO_ELEVEN.withEnd(at(12, 0)));
    }

    private Uni<List<Version>> longer(Versioned<Reservation> stored) {
        Reserved waiting = (Reserved) stored.value();
        Period period = waiting.terms().period();
        return reservations()
                .saveAll(List.of(
                        stored.with(during(waiting, period.withEnd(period.end().plus(Duration.ofMinutes(10)))))));
    }

    /** Whoever waits for a reservation may find it on another vehicle than the one they waited for. */
    @Test
    default void two_callers_who_exchange_the_same_vehicles_in_opposite_order_both_succeed() {
        Vehicle vehicle = givenVehicle();
        Vehicle other = givenVehicle(vehicle.company());
        Reserved one = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved two = givenReserved(other, NINE_TO_ELEVEN);

        for (int round = 0; round < ROUNDS; round++) {
            List<List<Version>> versions = AtOnce.each(List.of(
                    () -> exchange(one.id(), two.id(), vehicle, other),
                    () -> exchange(two.id(), one.id(), vehicle, other)));

            assertThat(versions).doesNotHaveDuplicates();
        }

        assertThat(stored(one.id())).isEqualTo(new Versioned<>(one, new Version(2 * ROUNDS)));
        assertThat(planned(vehicle)).containsExactly(one.occupancy().orElseThrow());
        assertThat(planned(other)).containsExactly(two.occupancy().orElseThrow());
    }

    private List<Version> exchange(ReservationId first, ReservationId second, Vehicle vehicle, Vehicle other) {
        return inTransaction(() -> reservations()
                .lock(List.of(first, second), List.of())
                .chain(found -> reservations()
                        .saveAll(found.stream()
                                .<Versioned<? extends Reservation>>map(
                                        stored -> stored.with(onTheOther(stored.value(), vehicle, other)))
                                .toList())));
    }

    private static Reserved onTheOther(Reservation reservation, Vehicle vehicle, Vehicle other) {
        return onVehicle((Reserved) reservation, reservation.terms().vehicle().equals(vehicle.id()) ? other : vehicle);
    }

    private List<Version> saveAll(Versioned<Reserved> first, Versioned<Reserved> second) {
        return inTransaction(() -> reservations().saveAll(List.of(first, second)));
    }

    private static Member retired(Member member) {
        return new Member(
                new MemberId(Ids.next()),
                member.company(),
                member.user(),
                profile("이수진"),
                A_LICENCE,
                MemberStatus.RETIRED);
    }
}
