package io.motorpool.domain.fleet;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.fleet.Fixtures.GARAGE;
import static io.motorpool.domain.fleet.Fixtures.aZone;
import static io.motorpool.domain.fleet.Fixtures.aZoneGivenUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VirtualZoneTest {

    private static final GeoPoint POINT = new GeoPoint(127.0, 37.5);
    private static final GeoPoint FAR_AWAY = new GeoPoint(129.0, 35.1);
    private static final ZoneArea AROUND_THE_POINT = new ZoneArea(List.of(
            new GeoPoint(126.99, 37.49),
            new GeoPoint(127.01, 37.49),
            new GeoPoint(127.0, 37.51),
            new GeoPoint(126.99, 37.49)));

    @Test
    void a_marker_alone_is_a_zone() {
        assertThat(VirtualZone.define(GARAGE, HANBIT, "지하 2층", POINT, null)).isEqualTo(aZone());
        assertThat(aZone().isActive()).isTrue();
    }

    @Test
    void the_point_of_a_zone_lies_inside_its_area() {
        assertThat(at(POINT, AROUND_THE_POINT).area()).isEqualTo(AROUND_THE_POINT);
        assertThat(at(AROUND_THE_POINT.ring().getFirst(), AROUND_THE_POINT).isActive())
                .isTrue();
        assertThatThrownBy(() -> at(FAR_AWAY, AROUND_THE_POINT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aZone().change("지하 2층", FAR_AWAY, AROUND_THE_POINT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_zone_is_renamed_moved_and_given_an_area() {
        assertThat(accepted(aZone().change("옥상", POINT, AROUND_THE_POINT)))
                .isEqualTo(new VirtualZone(GARAGE, HANBIT, "옥상", POINT, AROUND_THE_POINT, ZoneStatus.ACTIVE));
    }

    @Test
    void a_zone_is_given_up_once_no_vehicle_stands_in_it() {
        assertThat(accepted(aZone().retire(0))).isEqualTo(aZoneGivenUp());
        assertThat(refused(aZone().retire(1))).isEqualTo(new FleetRefusal.ZoneStillHoldsVehicles(1));
    }

    @Test
    void a_zone_that_was_given_up_is_no_longer_changed() {
        assertThat(aZoneGivenUp().isActive()).isFalse();
        assertThat(refused(aZoneGivenUp().change("옥상", POINT, null))).isEqualTo(new FleetRefusal.ZoneRetired(GARAGE));
        assertThat(refused(aZoneGivenUp().retire(0))).isEqualTo(new FleetRefusal.ZoneRetired(GARAGE));
    }

    @Test
    void a_name_has_one_to_sixty_characters() {
        assertThat(named("가".repeat(60)).name()).hasSize(60);
        assertThatThrownBy(() -> named("가".repeat(61))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> named("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static VirtualZone at(GeoPoint point, @Nullable ZoneArea area) {
        return VirtualZone.define(GARAGE, HANBIT, "지하 2층", point, area);
    }

    private static VirtualZone named(String name) {
        return VirtualZone.define(GARAGE, HANBIT, name, POINT, null);
    }
}
