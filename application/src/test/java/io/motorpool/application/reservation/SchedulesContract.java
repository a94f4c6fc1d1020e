package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.during;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of schedules promises. */
public interface SchedulesContract extends ReservationGround {

    @Test
    default void a_vehicle_without_plans_has_an_empty_schedule() {
        Vehicle vehicle = givenVehicle();

        assertThat(scheduleOf(vehicle, hours(0, 24))).isEqualTo(new VehicleSchedule(vehicle.id(), List.of()));
    }

    @Test
    default void a_schedule_tells_in_order_what_falls_into_the_period_and_nothing_that_only_touches_it() {
        Vehicle vehicle = givenVehicle();
        Reserved _ = givenReserved(vehicle, new Period(at(6, 0), at(7, 40)));
        ByDivision block = given(inTheWorkshop(vehicle, hours(11, 12)));
        Reserved reservation = givenReserved(vehicle, hours(8, 10));
        Reserved _ = givenReserved(vehicle, hours(13, 14));
        Reserved _ = givenReserved(givenVehicle(vehicle.company()), hours(8, 10));

        assertThat(scheduleOf(vehicle, hours(8, 13)).occupancies())
                .containsExactly(reservation.occupancy().orElseThrow(), block);
    }

    @Test
    default void the_turnaround_after_a_reservation_falls_into_the_period_too() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, hours(8, 10));

        assertThat(scheduleOf(vehicle, new Period(at(10, 10), at(12, 0))).occupancies())
                .containsExactly(reservation.occupancy().orElseThrow());
        assertThat(scheduleOf(vehicle, new Period(at(10, 20), at(12, 0))).occupancies())
                .isEmpty();
    }

    @Test
    default void what_is_left_of_a_turnaround_after_a_return_is_told_as_that() {
        Vehicle vehicle = givenVehicle();
        InUse running = started(givenReserved(vehicle, hours(8, 10)));
        Returned returned = new Returned(
                running.terms(),
                running.departure(),
                at(9, 3),
                running.departure().odometer(),
                at(9, 23));
        assertThat(become(stored(running.id()), returned)).hasSize(1);

        assertThat(scheduleOf(vehicle, hours(8, 10)).occupancies())
                .containsExactly(new Occupancy.ByTurnaround(
                        running.id(), vehicle.company(), vehicle.id(), new Period(at(9, 3), at(9, 23))));
    }

    @Test
    default void the_reservation_that_has_the_vehicle_out_is_told_whenever_it_began() {
        Vehicle vehicle = givenVehicle();
        Reserved morning = givenReserved(vehicle, hours(8, 10));
        InUse running = started(morning);
        assertThat(become(stored(morning.id()), running)).hasSize(1);

        assertThat(scheduleOf(vehicle, hours(18, 20)).occupancies())
                .containsExactly(running.occupancy().orElseThrow());
    }

    @Test
    default void a_second_look_in_the_same_unit_of_work_shows_what_has_changed_meanwhile() {
        Vehicle vehicle = givenVehicle();
        Reserved morning = givenReserved(vehicle, hours(8, 10));
        Reserved extended = during(morning, hours(8, 12));

        List<VehicleSchedule> looks = inTransaction(() -> schedules()
                .of(vehicle.id(), hours(0, 24))
                .call(() -> meanwhile(() -> reservations()
                        .lock(List.of(morning.id()), List.of())
                        .chain(found ->
                                reservations().saveAll(List.of(found.getFirst().with(extended))))))
                .chain(first -> schedules().of(vehicle.id(), hours(0, 24)).map(second -> List.of(first, second))));

        assertThat(looks)
                .extracting(VehicleSchedule::occupancies)
                .containsExactly(
                        List.of(morning.occupancy().orElseThrow()),
                        List.of(extended.occupancy().orElseThrow()));
    }

    @Test
    default void a_block_takes_free_time_and_is_found() {
        Vehicle vehicle = givenVehicle();
        ByDivision workshop = inTheWorkshop(vehicle, hours(9, 12));
        ByDivision heldBack = new ByDivision(
                new OccupancyId(Ids.next()), vehicle.company(), vehicle.id(), ByDivision.Cause.BLOCK, hours(12, 15));

        assertThat(add(workshop)).isTrue();
        assertThat(add(heldBack)).isTrue();
        assertThat(find(workshop.id())).contains(workshop);
        assertThat(find(heldBack.id())).contains(heldBack);
        assertThat(planned(vehicle)).containsExactly(workshop, heldBack);
    }

    @Test
    default void a_block_gives_way_to_whatever_holds_the_vehicle_and_the_unit_of_work_goes_on() {
        Vehicle vehicle = givenVehicle();
        Reserved _ = givenReserved(vehicle, hours(9, 11));
        ByDivision _ = given(inTheWorkshop(vehicle, hours(14, 16)));
        ByDivision overReservation = inTheWorkshop(vehicle, new Period(at(11, 10), at(12, 0)));
        ByDivision overBlock = inTheWorkshop(vehicle, hours(15, 17));
        ByDivision free = inTheWorkshop(vehicle, new Period(at(11, 20), at(12, 0)));

        List<Boolean> placed = inTransaction(() -> schedules()
                .addBlock(overReservation)
                .chain(first -> schedules()
                        .addBlock(overBlock)
                        .chain(second -> schedules().addBlock(free).map(third -> List.of(first, second, third)))));

        assertThat(placed).containsExactly(false, false, true);
        assertThat(find(overReservation.id())).isEmpty();
        assertThat(planned(vehicle)).hasSize(3);
    }

    @Test
    default void a_removed_block_frees_its_time_and_is_removed_once() {
        Vehicle vehicle = givenVehicle();
        ByDivision block = given(inTheWorkshop(vehicle, hours(9, 12)));

        Optional<ByDivision> stillThere = inTransaction(() -> schedules()
                .findBlock(block.id())
                .call(() -> schedules().removeBlock(block.id()))
                .chain(() -> schedules().findBlock(block.id())));

        assertThat(stillThere).isEmpty();
        assertThat(remove(block.id())).isFalse();
        assertThat(find(block.id())).isEmpty();
        assertThat(planned(vehicle)).isEmpty();
    }

    @Test
    default void a_reservation_is_no_block_to_find_or_remove() {
        Vehicle vehicle = givenVehicle();
        Reserved reservation = givenReserved(vehicle, hours(9, 11));
        OccupancyId itsTime = new OccupancyId(reservation.id().value());

        assertThat(find(itsTime)).isEmpty();
        assertThat(remove(itsTime)).isFalse();
        assertThat(planned(vehicle)).containsExactly(reservation.occupancy().orElseThrow());
    }

    @Test
    default void of_many_blocks_for_the_same_hours_at_once_one_is_placed() {
        Vehicle vehicle = givenVehicle();

        List<Boolean> placed = AtOnce.times(6, () -> add(inTheWorkshop(vehicle, hours(9, 12))));

        assertThat(placed).filteredOn(won -> won).hasSize(1);
        assertThat(planned(vehicle)).hasSize(1);
    }

    @Test
    default void of_many_who_remove_the_same_block_at_once_one_does() {
        ByDivision block = given(inTheWorkshop(givenVehicle(), hours(9, 12)));

        assertThat(AtOnce.times(6, () -> remove(block.id())))
                .filteredOn(won -> won)
                .hasSize(1);
    }

    @Test
    default void callers_who_lock_a_schedule_take_turns() {
        Vehicle vehicle = givenVehicle();

        List<Boolean> placed = AtOnce.times(
                5,
                () -> inTransaction(() -> schedules()
                        .lock(List.of(vehicle.id()))
                        .chain(() -> schedules().of(vehicle.id(), hours(0, 24)))
                        .chain(schedule -> afterTheLast(vehicle, schedule))));

        assertThat(placed).doesNotContain(false);
        assertThat(planned(vehicle))
                .extracting(Occupancy::held)
                .isEqualTo(IntStream.range(0, 5).mapToObj(i -> hours(i, i + 1)).toList());
    }

    private Uni<Boolean> afterTheLast(Vehicle vehicle, VehicleSchedule schedule) {
        int hour = schedule.occupancies().size();
        return schedules().addBlock(inTheWorkshop(vehicle, hours(hour, hour + 1)));
    }

    @Test
    default void callers_who_lock_the_same_vehicles_in_opposite_order_never_wait_for_each_other() {
        Vehicle one = givenVehicle();
        Vehicle other = givenVehicle(one.company());
        VehicleId unknown = new VehicleId(Ids.next());

        for (int round = 0; round < 10; round++) {
            List<Boolean> done = AtOnce.each(List.of(
                    () -> locks(List.of(one.id(), unknown, other.id())),
                    () -> locks(List.of(other.id(), one.id())),
                    () -> locks(List.of(one.id(), other.id(), one.id()))));

            assertThat(done).containsOnly(true);
        }
    }

    private boolean locks(List<VehicleId> vehicles) {
        return inTransaction(() -> schedules().lock(vehicles).replaceWith(true));
    }

    private VehicleSchedule scheduleOf(Vehicle vehicle, Period period) {
        return inTransaction(() -> schedules().of(vehicle.id(), period));
    }

    private boolean add(ByDivision block) {
        return inTransaction(() -> schedules().addBlock(block));
    }

    private boolean remove(OccupancyId id) {
        return inTransaction(() -> schedules().removeBlock(id));
    }

    private Optional<ByDivision> find(OccupancyId id) {
        return inTransaction(() -> schedules().findBlock(id));
    }
}
