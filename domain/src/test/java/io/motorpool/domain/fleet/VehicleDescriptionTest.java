package io.motorpool.domain.fleet;

import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleDescriptionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 45})
    void a_vehicle_has_at_least_the_drivers_seat_and_at_most_a_coachs(int seats) {
        assertThat(aDescription(seats, Duration.ZERO).seats()).isEqualTo(seats);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 46})
    void no_other_number_of_seats_exists(int seats) {
        assertThatThrownBy(() -> aDescription(seats, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT10M", "PT30M", "PT4H"})
    void a_turnaround_lies_on_the_grid_of_reservations(Duration turnaround) {
        assertThat(aDescription(5, turnaround).turnaround()).isEqualTo(turnaround);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT-10M",
                "PT-0.000000001S",
                "PT5M",
                "PT10M1S",
                "PT10M0.000000001S",
                "PT4H0.000000001S",
                "PT4H10M",
                "PT9999999H"
            })
    void no_other_turnaround_exists(Duration turnaround) {
        assertThatThrownBy(() -> aDescription(5, turnaround)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_model_has_one_to_sixty_characters() {
        assertThat(model("가".repeat(60)).model()).hasSize(60);
        assertThatThrownBy(() -> model("가".repeat(61))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_model_with_the_same_seats_and_owner_serves_just_as_well() {
        VehicleDescription another = new VehicleDescription(
                new Plate("34나5678"),
                new Vin("KMHE341DBKA654321"),
                "쏘나타",
                5,
                Ownership.COMPANY,
                Duration.ofHours(1),
                new Drive(Propulsion.COMBUSTION, 700));

        assertThat(aDescription().equalsInUse(another)).isTrue();
        assertThat(another.equalsInUse(aDescription())).isTrue();
    }

    @Test
    void another_model_more_seats_another_owner_or_another_fuel_does_not() {
        assertThat(aDescription().equalsInUse(model("그랜저"))).isFalse();
        assertThat(aDescription().equalsInUse(aDescription(7, Duration.ZERO))).isFalse();
        assertThat(aDescription().equalsInUse(ownedBy(Ownership.OPERATOR))).isFalse();
        assertThat(aDescription().equalsInUse(aDescription().drivenBy(new Drive(Propulsion.HYBRID, 500))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, CAR", "10, CAR", "11, BUS", "45, BUS"})
    void a_car_carries_ten_at_most(int seats, VehicleForm form) {
        assertThat(aDescription(seats, Duration.ZERO).form()).isEqualTo(form);
    }

    private static VehicleDescription model(String model) {
        VehicleDescription usual = aDescription();
        return new VehicleDescription(
                usual.plate(), usual.vin(), model, usual.seats(), usual.ownership(), usual.turnaround(), usual.drive());
    }

    private static VehicleDescription ownedBy(Ownership ownership) {
        VehicleDescription usual = aDescription();
        return new VehicleDescription(
                usual.plate(), usual.vin(), usual.model(), usual.seats(), ownership, usual.turnaround(), usual.drive());
    }
}
