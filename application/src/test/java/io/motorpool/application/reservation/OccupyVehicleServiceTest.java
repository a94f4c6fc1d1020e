package io.motorpool.application.reservation;

import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.reservation.OccupyVehicle.Command;
import io.motorpool.application.reservation.OccupyVehicle.Moved;
import io.motorpool.application.reservation.OccupyVehicle.Occupied;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.FleetRefusal.VehicleRetired;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.VehicleChanged;
import io.motorpool.domain.reservation.ReservationEvent.VehicleOccupied;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReleased;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.BeyondHorizon;
import io.motorpool.domain.reservation.ReservationRefusal.EndInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.NotRelocatable;
import io.motorpool.domain.reservation.ReservationRefusal.OffGrid;
import io.motorpool.domain.reservation.ReservationRefusal.ReservationsInTheWay;
import io.motorpool.domain.reservation.ReservationRefusal.StartInThePast;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccupyVehicleServiceTest {

    private static final Caller OPERATOR = anOperator();
    private static final Period NINE_TO_NOON = hours(9, 12);

    private final AMotorpool motorpool = new AMotorpool();
    private final OccupyVehicle service = motorpool.desk.occupy;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);

    @Test
    void a_free_vehicle_is_taken_out_of_use_and_it_is_announced_and_on_record() {
        Occupied occupied = accepted(service.occupy(wanted(NINE_TO_NOON, false)));

        ByDivision block = occupied.occupancy();
        assertThat(block).isEqualTo(new ByDivision(block.id(), company, vehicle.id(), Cause.MAINTENANCE, NINE_TO_NOON));
        assertThat(occupied.moved()).isEmpty();
        assertThat(motorpool.held(vehicle)).containsExactly(NINE_TO_NOON);
        assertThat(motorpool.traces.facts())
                .containsExactly(new VehicleOccupied(
                        block.id(), company, vehicle.id(), Cause.MAINTENANCE, NINE_TO_NOON, MONDAY_8AM));
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("occupy-vehicle");
            assertThat(deed.role()).isEqualTo(Role.OPERATOR);
            assertThat(deed.subject()).isEqualTo(block.id().value());
            assertThat(deed.reason()).contains(A_REASON);
            assertThat(deed.before()).isEmpty();
            assertThat(deed.after()).containsEntry("cause", "MAINTENANCE");
        });
    }

    @Test
    void taking_vehicles_out_of_use_is_the_divisions_business() {
        for (Caller caller : List.of(anAdminOf(company), aMemberOf(company), anAuditor())) {
            assertThat(refused(service.occupy(by(caller)))).isEqualTo(new NotPermitted(Permission.OCCUPY_VEHICLES));
        }
        for (Caller caller : List.of(anAdminOf(motorpool.givenCompany()), aPrivatePerson())) {
            assertThat(refused(service.occupy(by(caller)))).isEqualTo(new NotFound(Thing.VEHICLE));
        }
        assertThat(refused(service.occupy(new Command(
                        OPERATOR,
                        new VehicleId(Ids.next()),
                        Version.FIRST,
                        Cause.BLOCK,
                        NINE_TO_NOON,
                        false,
                        A_REASON))))
                .isEqualTo(new NotFound(Thing.VEHICLE));
        succeeds(service.occupy(by(aSupportAgent())));
    }

    @Test
    void a_block_lies_on_the_grid_and_in_the_time_to_come() {
        motorpool.clock.moveTo(at(8, 5));

        assertThat(refusal(new Period(at(9, 5), at(10, 0)))).isEqualTo(new OffGrid(ReservationPolicy.GRID));
        assertThat(refusal(hours(6, 8))).isEqualTo(new EndInThePast(at(8, 5)));
        assertThat(refusal(hours(7, 9))).isEqualTo(new StartInThePast(at(8, 0)));
        assertThat(refusal(new Period(at(9, 0), at(8, 10).plus(ReservationPolicy.BLOCK_HORIZON))))
                .isEqualTo(new BeyondHorizon(at(8, 5).plus(ReservationPolicy.BLOCK_HORIZON)));
        succeeds(service.occupy(wanted(new Period(at(8, 0), at(8, 10)), false)));
        succeeds(service.occupy(wanted(new Period(at(9, 0), at(8, 0).plus(ReservationPolicy.BLOCK_HORIZON)), false)));
    }

    /** Somebody sent it to the workshop meanwhile: whether it still is to be blocked, and for how long, is decided anew. */
    @Test
    void a_vehicle_is_taken_out_of_use_as_it_was_seen() {
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 10));
        Vehicle changed = motorpool.changed(in(VehicleStatus.MAINTENANCE, vehicle));

        assertThat(refused(service.occupy(wanted(NINE_TO_NOON, true))))
                .isEqualTo(new Stale(Version.FIRST, Version.FIRST.next()));
        assertThat(refused(service.occupy(wanted(new Period(at(9, 5), at(10, 0)), false))))
                .isEqualTo(new Stale(Version.FIRST, Version.FIRST.next()));
        assertThatNothingHappenedTo(reservation);
        succeeds(service.occupy(new Command(
                OPERATOR, changed.id(), Version.FIRST.next(), Cause.BLOCK, hours(14, 15), false, A_REASON)));
    }

    @Test
    void whoever_may_not_learns_nothing_about_the_version() {
        Version never = new Version(7);

        assertThat(refused(service.occupy(new Command(
                        anAdminOf(company), vehicle.id(), never, Cause.BLOCK, NINE_TO_NOON, false, A_REASON))))
                .isEqualTo(new NotPermitted(Permission.OCCUPY_VEHICLES));
        assertThat(refused(service.occupy(new Command(
                        aPrivatePerson(), vehicle.id(), never, Cause.BLOCK, NINE_TO_NOON, false, A_REASON))))
                .isEqualTo(new NotFound(Thing.VEHICLE));
    }

    @Test
    void a_vehicle_that_has_left_cannot_be_taken_out_of_use_but_one_in_the_workshop_can() {
        Vehicle gone = motorpool.given(in(VehicleStatus.RETIRED, aVehicle(company, vehicle.zone())));
        Vehicle inTheWorkshop = motorpool.given(in(VehicleStatus.MAINTENANCE, aVehicle(company, vehicle.zone())));

        for (boolean relocate : List.of(true, false)) {
            assertThat(refused(service.occupy(new Command(
                            OPERATOR, gone.id(), Version.FIRST, Cause.BLOCK, NINE_TO_NOON, relocate, A_REASON))))
                    .isEqualTo(new VehicleRetired());
        }
        assertThat(motorpool.held(gone)).isEmpty();
        succeeds(service.occupy(new Command(
                OPERATOR, inTheWorkshop.id(), Version.FIRST, Cause.MAINTENANCE, NINE_TO_NOON, false, A_REASON)));
    }

    @Test
    void reservations_in_the_way_are_named_and_nothing_changes() {
        Reserved second = motorpool.givenReserved(vehicle, new Period(at(11, 40), at(13, 0)));
        Reserved first = motorpool.givenReserved(vehicle, new Period(at(8, 0), at(8, 50)));
        Reserved _ = motorpool.givenReserved(vehicle, hours(14, 15));

        assertThat(refusal(NINE_TO_NOON)).isEqualTo(new ReservationsInTheWay(List.of(first.id(), second.id())));
        assertThatNothingHappenedTo(first);
        assertThat(motorpool.held(vehicle)).hasSize(3);
    }

    @Test
    void another_block_in_the_way_is_told() {
        motorpool.with(inTheWorkshop(vehicle, hours(11, 14)));

        assertThat(refusal(NINE_TO_NOON)).isEqualTo(new VehicleTaken(OccupancyKind.MAINTENANCE, hours(11, 14)));
    }

    @Test
    void on_demand_reservations_go_to_equal_vehicles_and_nobody_is_dropped() {
        Vehicle busy = motorpool.givenVehicle(company);
        motorpool.with(aReservation(busy, motorpool.givenDriver(company), hours(8, 10)));
        Vehicle free = motorpool.givenVehicle(company);
        Reserved morning = motorpool.givenReserved(vehicle, hours(9, 10));
        Reserved noon = motorpool.givenReserved(vehicle, hours(11, 13));

        Occupied occupied = accepted(service.occupy(wanted(NINE_TO_NOON, true)));

        ByDivision block = occupied.occupancy();
        assertThat(occupied.moved())
                .containsExactly(
                        new Moved(morning.id(), vehicle.id(), free.id()),
                        new Moved(noon.id(), vehicle.id(), busy.id()));
        assertThat(motorpool.held(vehicle)).containsExactly(NINE_TO_NOON);
        assertThat(motorpool.held(free)).containsExactly(new Period(at(9, 0), at(10, 20)));
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleChanged(morning.id(), company, vehicle.id(), free.id(), MONDAY_8AM),
                        new VehicleChanged(noon.id(), company, vehicle.id(), busy.id(), MONDAY_8AM),
                        new VehicleOccupied(
                                block.id(), company, vehicle.id(), Cause.MAINTENANCE, NINE_TO_NOON, MONDAY_8AM));
        assertThat(motorpool.traces.deeds())
                .extracting(AuditEntry::subject, AuditEntry::action, AuditEntry::role)
                .containsExactly(
                        tuple(morning.id().value(), "relocate-reservation", Role.OPERATOR),
                        tuple(noon.id().value(), "relocate-reservation", Role.OPERATOR),
                        tuple(block.id().value(), "occupy-vehicle", Role.OPERATOR));
    }

    @Test
    void whoever_is_moved_behind_a_vehicle_that_is_late_is_told_at_once() {
        Vehicle late = motorpool.givenVehicle(company);
        motorpool.with(started(aReservation(late, motorpool.givenDriver(company), new Period(at(7, 0), at(8, 30)))));
        Reserved first = motorpool.givenReserved(vehicle, hours(9, 10));
        Reserved second = motorpool.givenReserved(vehicle, hours(11, 12));
        motorpool.clock.moveTo(at(8, 40));

        Occupied occupied = accepted(service.occupy(wanted(NINE_TO_NOON, true)));

        assertThat(occupied.moved())
                .containsExactly(
                        new Moved(first.id(), vehicle.id(), late.id()),
                        new Moved(second.id(), vehicle.id(), late.id()));
        assertThat(((Reserved) motorpool.stored(first.id()).value()).atRisk()).isTrue();
        assertThat(((Reserved) motorpool.stored(second.id()).value()).atRisk())
                .as("another one comes first")
                .isFalse();
    }

    /** ADR-0015: all of them or none. */
    @Test
    void if_one_reservation_finds_no_equal_vehicle_none_is_moved_and_those_are_named() {
        Vehicle equal = motorpool.givenVehicle(company);
        Reserved movable = motorpool.givenReserved(vehicle, hours(9, 10));
        Reserved stuck = motorpool.givenReserved(vehicle, hours(11, 13));
        motorpool.with(aReservation(equal, motorpool.givenDriver(company), hours(12, 14)));

        assertThat(refused(service.occupy(wanted(NINE_TO_NOON, true))))
                .isEqualTo(new NotRelocatable(List.of(stuck.id())));
        assertThatNothingHappenedTo(movable);
        assertThat(motorpool.held(vehicle)).hasSize(2);
    }

    @Test
    void a_vehicle_on_the_road_is_for_somebody_to_act_on() {
        Vehicle _ = motorpool.givenVehicle(company);
        InUse running = motorpool.given(started(aReservation(vehicle, motorpool.givenDriver(company), hours(8, 10))));

        assertThat(refused(service.occupy(wanted(NINE_TO_NOON, true))))
                .isEqualTo(new NotRelocatable(List.of(running.id())));
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void nothing_is_moved_for_a_block_that_something_else_stands_in_the_way_of() {
        Vehicle _ = motorpool.givenVehicle(company);
        Reserved movable = motorpool.givenReserved(vehicle, hours(9, 10));
        motorpool.with(inTheWorkshop(vehicle, hours(11, 14)));

        assertThat(refused(service.occupy(wanted(NINE_TO_NOON, true))))
                .isEqualTo(new VehicleTaken(OccupancyKind.MAINTENANCE, hours(11, 14)));
        assertThatNothingHappenedTo(movable);
    }

    @Test
    void whoever_loses_a_race_for_the_time_learns_what_is_in_the_way() {
        Vehicle equal = motorpool.givenVehicle(company);
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 10));
        motorpool.outrunBy(() -> motorpool.with(aReservation(equal, motorpool.givenDriver(company), hours(9, 10))));

        assertThat(refused(service.occupy(wanted(NINE_TO_NOON, true))))
                .isEqualTo(new NotRelocatable(List.of(reservation.id())));
        assertThatNothingHappenedTo(reservation);
    }

    @Test
    void a_released_vehicle_is_free_again_and_it_is_announced_and_on_record() {
        ByDivision block = motorpool.given(inTheWorkshop(vehicle, NINE_TO_NOON));

        ByDivision released = accepted(service.release(OPERATOR, block.id(), A_REASON));

        assertThat(released).isEqualTo(block);
        assertThat(motorpool.held(vehicle)).isEmpty();
        assertThat(motorpool.traces.facts())
                .containsExactly(new VehicleReleased(block.id(), company, vehicle.id(), NINE_TO_NOON, MONDAY_8AM));
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("release-vehicle");
            assertThat(deed.before()).containsEntry("cause", "MAINTENANCE");
            assertThat(deed.after()).isEmpty();
        });
    }

    @Test
    void a_block_is_released_once_by_those_who_may() {
        ByDivision block = motorpool.given(inTheWorkshop(vehicle, NINE_TO_NOON));
        Reserved reservation = motorpool.givenReserved(vehicle, hours(14, 15));

        assertThat(refused(service.release(anAdminOf(company), block.id(), A_REASON)))
                .isEqualTo(new NotPermitted(Permission.OCCUPY_VEHICLES));
        assertThat(refused(service.release(anAdminOf(motorpool.givenCompany()), block.id(), A_REASON)))
                .isEqualTo(new NotFound(Thing.OCCUPANCY));
        assertThat(refused(service.release(
                        OPERATOR, new OccupancyId(reservation.id().value()), A_REASON)))
                .isEqualTo(new NotFound(Thing.OCCUPANCY));
        succeeds(service.release(OPERATOR, block.id(), A_REASON));
        assertThat(refused(service.release(OPERATOR, block.id(), A_REASON))).isEqualTo(new NotFound(Thing.OCCUPANCY));
        assertThat(motorpool.traces.facts()).hasSize(1);
    }

    @Test
    void what_takes_a_vehicles_time_is_shown_to_those_who_may_see_all_reservations() {
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 10));
        ByDivision block = motorpool.given(inTheWorkshop(vehicle, hours(12, 14)));

        assertThat(accepted(service.within(anAdminOf(company), vehicle.id(), hours(8, 13))))
                .containsExactly(reservation.occupancy().orElseThrow(), block);
        assertThat(accepted(service.within(anAuditor(), vehicle.id(), hours(14, 15))))
                .isEqualTo(List.<Occupancy>of());
        assertThat(refused(service.within(aMemberOf(company), vehicle.id(), NINE_TO_NOON)))
                .isEqualTo(new NotPermitted(Permission.READ_ALL_RESERVATIONS));
        assertThat(refused(service.within(anAdminOf(motorpool.givenCompany()), vehicle.id(), NINE_TO_NOON)))
                .isEqualTo(new NotFound(Thing.VEHICLE));
    }

    private Refusal refusal(Period period) {
        return refused(service.occupy(wanted(period, false)));
    }

    private Command by(Caller caller) {
        return new Command(caller, vehicle.id(), Version.FIRST, Cause.BLOCK, NINE_TO_NOON, false, A_REASON);
    }

    private Command wanted(Period period, boolean relocate) {
        return new Command(OPERATOR, vehicle.id(), Version.FIRST, Cause.MAINTENANCE, period, relocate, A_REASON);
    }

    private void assertThatNothingHappenedTo(Reserved reservation) {
        assertThat(motorpool.stored(reservation.id())).isEqualTo(new Versioned<>(reservation, Version.FIRST));
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.traces.deeds()).isEmpty();
    }
}
