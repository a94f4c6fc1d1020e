package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 458, 2_000})
    void a_vehicle_goes_at_least_somewhere_and_not_for_ever(int rangeKm) {
        assertThat(new Drive(Propulsion.ELECTRIC, rangeKm).rangeKm()).isEqualTo(rangeKm);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2_001})
    void no_other_range_exists(int rangeKm) {
        assertThatThrownBy(() -> new Drive(Propulsion.ELECTRIC, rangeKm)).isInstanceOf(IllegalArgumentException.class);
    }
}
