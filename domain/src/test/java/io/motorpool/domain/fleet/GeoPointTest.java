package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPointTest {

    @ParameterizedTest
    @CsvSource({"127.0276, 37.4979", "-180, -90", "180, 90", "0, 0"})
    void every_place_on_earth_has_a_point(double longitude, double latitude) {
        GeoPoint point = new GeoPoint(longitude, latitude);

        assertThat(point.longitude()).isEqualTo(longitude);
        assertThat(point.latitude()).isEqualTo(latitude);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {180.0000001, -180.0000001, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
            })
    void what_is_not_a_longitude_is_refused(double longitude) {
        assertThatThrownBy(() -> new GeoPoint(longitude, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {90.0000001, -90.0000001, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_not_a_latitude_is_refused(double latitude) {
        assertThatThrownBy(() -> new GeoPoint(0, latitude)).isInstanceOf(IllegalArgumentException.class);
    }
}
