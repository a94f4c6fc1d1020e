package io.motorpool.application.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of odometer readings promises. */
public interface OdometersContract extends ReservationGround {

    Odometers odometers();

    @Test
    default void a_reading_is_kept_with_the_vehicle_and_nothing_else_of_it_changes() {
        Vehicle vehicle = givenVehicle();

        int _ = record(vehicle, 12_400);

        assertThat(stored(vehicle.id()).value())
                .isEqualTo(new Vehicle(
                        vehicle.id(),
                        vehicle.company(),
                        vehicle.zone(),
                        vehicle.description(),
                        new Odometer(12_400),
                        vehicle.status()));
    }

    @Test
    default void a_reading_that_is_not_above_the_last_one_changes_nothing() {
        Vehicle vehicle = givenVehicle();
        int _ = record(vehicle, 12_400);
        Versioned<Vehicle> before = stored(vehicle.id());

        int _ = record(vehicle, 12_399);
        int _ = record(vehicle, 12_400);

        assertThat(stored(vehicle.id())).isEqualTo(before);
    }

    @Test
    default void of_readings_that_come_at_once_the_highest_stays() {
        Vehicle vehicle = givenVehicle();

        List<Integer> _ = AtOnce.each(
                List.of(() -> record(vehicle, 12_500), () -> record(vehicle, 12_700), () -> record(vehicle, 12_600)));

        assertThat(stored(vehicle.id()).value().odometer()).isEqualTo(new Odometer(12_700));
    }

    private int record(Vehicle vehicle, int km) {
        inTransaction(() -> odometers().record(vehicle.id(), new Odometer(km)));
        return km;
    }
}
