package io.motorpool.application.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What everybody who counts what rests on vehicles and zones promises. */
public interface FleetUseContract extends PortContract {

    Instant NOW = Instant.parse("2027-03-02T00:00:00Z");

    FleetUse use();

    /** A vehicle in a zone of its own. */
    Vehicle givenVehicle();

    /** One that stands in the zone although it has left the fleet. */
    void givenFormerVehicle(Vehicle beside);

    /** One whose time to begin was hours before {@link #NOW}, and whose driver has not come yet. */
    void givenReservation(VehicleId vehicle);

    void givenBlock(VehicleId vehicle, Instant until);

    void givenTurnaround(VehicleId vehicle, Instant until);

    @Test
    default void nothing_rests_on_a_vehicle_that_nobody_has_planned_anything_with() {
        assertThat(occupancies(givenVehicle())).isZero();
    }

    @Test
    default void reservations_count_until_they_are_ended_and_blocks_until_they_are_over() {
        Vehicle vehicle = givenVehicle();
        givenReservation(vehicle.id());
        givenBlock(vehicle.id(), NOW.plusSeconds(600));

        assertThat(occupancies(vehicle)).isEqualTo(2);
    }

    @Test
    default void a_block_that_is_over_and_a_turnaround_do_not_count() {
        Vehicle vehicle = givenVehicle();
        givenBlock(vehicle.id(), NOW);
        givenTurnaround(vehicle.id(), NOW.plusSeconds(600));

        assertThat(occupancies(vehicle)).isZero();
    }

    @Test
    default void what_is_planned_with_another_vehicle_does_not_count() {
        givenReservation(givenVehicle().id());

        assertThat(occupancies(givenVehicle())).isZero();
    }

    @Test
    default void a_zone_holds_the_vehicles_that_stand_there_and_are_in_the_fleet() {
        Vehicle vehicle = givenVehicle();
        givenFormerVehicle(vehicle);
        ZoneId other = givenVehicle().zone();

        assertThat(inTransaction(() -> use().vehicles(vehicle.zone()))).isEqualTo(1);
        assertThat(inTransaction(() -> use().vehicles(other))).isEqualTo(1);
    }

    private long occupancies(Vehicle vehicle) {
        return inTransaction(() -> use().occupancies(vehicle.id(), NOW));
    }
}
