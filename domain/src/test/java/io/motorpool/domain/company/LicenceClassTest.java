package io.motorpool.domain.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceClassTest {

    @ParameterizedTest
    @CsvSource({
        "CLASS_2_ORDINARY, 1, true",
        "CLASS_2_ORDINARY, 10, true",
        "CLASS_2_ORDINARY, 11, false",
        "CLASS_1_ORDINARY, 11, true",
        "CLASS_1_ORDINARY, 15, true",
        "CLASS_1_ORDINARY, 16, false",
        "CLASS_1_LARGE, 16, true",
        "CLASS_1_LARGE, 45, true",
    })
    void a_licence_class_allows_vehicles_up_to_its_seats(LicenceClass licenceClass, int seats, boolean allowed) {
        assertThat(licenceClass.allows(seats)).isEqualTo(allowed);
    }
}
