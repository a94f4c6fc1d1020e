package io.motorpool.domain.reservation;

import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.heldBack;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.inTheWorkshop;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final Period WANTED = hours(10, 12);

    @Test
    void a_vehicle_that_nobody_holds_is_available() {
        Availability availability = asked(aSchedule(heldBack(hours(8, 10)), heldBack(hours(12, 14))));

        assertThat(availability.available()).isTrue();
        assertThat(availability).isEqualTo(new Availability(SONATA, WANTED, List.of(WANTED), List.of(), MONDAY_8AM));
    }

    @Test
    void a_vehicle_that_is_held_for_some_of_the_time_is_not_available_and_it_is_said_why() {
        Availability availability = asked(aSchedule(inTheWorkshop(hours(9, 11))));

        assertThat(availability.available()).isFalse();
        assertThat(availability.free()).containsExactly(hours(11, 12));
        assertThat(availability.taken()).containsExactly(new Taken(OccupancyKind.MAINTENANCE, hours(9, 11)));
    }

    @Test
    void a_vehicle_that_is_held_all_the_time_has_nothing_free() {
        Availability availability = asked(aSchedule(heldBack(hours(9, 13))));

        assertThat(availability.available()).isFalse();
        assertThat(availability.free()).isEmpty();
    }

    @Test
    void a_vehicle_out_of_service_is_never_available_however_free_its_schedule_is() {
        assertThat(Availability.of(aSchedule(), VehicleStatus.MAINTENANCE, WANTED, MONDAY_8AM))
                .isEqualTo(new Availability(
                        SONATA, WANTED, List.of(), List.of(new Taken(OccupancyKind.MAINTENANCE, WANTED)), MONDAY_8AM));
        assertThat(Availability.of(aSchedule(), VehicleStatus.RETIRED, WANTED, MONDAY_8AM))
                .isEqualTo(new Availability(
                        SONATA, WANTED, List.of(), List.of(new Taken(OccupancyKind.BLOCK, WANTED)), MONDAY_8AM));
    }

    private static Availability asked(VehicleSchedule schedule) {
        return Availability.of(schedule, VehicleStatus.ACTIVE, WANTED, MONDAY_8AM);
    }
}
