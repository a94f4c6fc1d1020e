package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OdometerTest {

    @Test
    void a_reading_lies_between_zero_and_what_seven_digits_can_show() {
        assertThat(new Odometer(0).km()).isZero();
        assertThat(new Odometer(9_999_999).km()).isEqualTo(Odometer.HIGHEST);
        assertThatThrownBy(() -> new Odometer(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Odometer(10_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_vehicle_that_did_not_move_runs_neither_forwards_nor_backwards() {
        assertThat(new Odometer(99).isBefore(new Odometer(100))).isTrue();
        assertThat(new Odometer(100).isBefore(new Odometer(100))).isFalse();
        assertThat(new Odometer(101).isBefore(new Odometer(100))).isFalse();
    }
}
