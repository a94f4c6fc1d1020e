package io.motorpool.application.map;

import static io.motorpool.application.fleet.FleetFixtures.PANGYO;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.fleet.FleetFixtures.anAreaAround;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.map.ZoneMarkers.Marker;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every reader of markers keeps. */
public interface ZoneMarkersContract extends PortContract {

    BoundingBox AROUND_PANGYO = new BoundingBox(
            PANGYO.longitude() - 0.01, PANGYO.latitude() - 0.01, PANGYO.longitude() + 0.01, PANGYO.latitude() + 0.01);

    ZoneMarkers markers();

    CompanyId givenCompany();

    VirtualZone given(VirtualZone zone);

    Vehicle given(Vehicle vehicle);

    @Test
    default void a_marker_says_where_the_zone_is_and_how_many_vehicles_stand_there() {
        CompanyId company = givenCompany();
        VirtualZone zone = given(zone(company, PANGYO, anAreaAround(PANGYO), ZoneStatus.ACTIVE));
        var _ = given(aVehicle(company, zone.id()));
        var _ = given(aVehicle(company, zone.id()));
        Vehicle gone = aVehicle(company, zone.id());
        var _ = given(
                new Vehicle(gone.id(), company, zone.id(), gone.description(), gone.odometer(), VehicleStatus.RETIRED));

        assertThat(within(company, 10)).containsExactly(new Marker(zone.id(), zone.name(), PANGYO, zone.area(), 2));
    }

    @Test
    default void what_lies_outside_was_given_up_or_is_anothers_is_not_shown() {
        CompanyId company = givenCompany();
        var _ = given(zone(company, new GeoPoint(126.9, 37.3947), null, ZoneStatus.ACTIVE));
        var _ = given(zone(company, PANGYO, null, ZoneStatus.RETIRED));
        var _ = given(zone(givenCompany(), PANGYO, null, ZoneStatus.ACTIVE));

        assertThat(within(company, 10)).isEmpty();
    }

    @Test
    default void no_more_than_asked_for_are_shown_in_order_of_their_id() {
        CompanyId company = givenCompany();
        List<ZoneId> zones = List.of(
                given(zone(company, PANGYO, null, ZoneStatus.ACTIVE)).id(),
                given(zone(company, PANGYO, null, ZoneStatus.ACTIVE)).id(),
                given(zone(company, PANGYO, null, ZoneStatus.ACTIVE)).id());

        assertThat(within(company, 2)).extracting(Marker::zone).isEqualTo(zones.subList(0, 2));
    }

    private List<Marker> within(CompanyId company, int most) {
        return inTransaction(() -> markers().within(company, AROUND_PANGYO, most));
    }

    private static VirtualZone zone(CompanyId company, GeoPoint point, @Nullable ZoneArea area, ZoneStatus status) {
        return new VirtualZone(new ZoneId(Ids.next()), company, "판교 본사", point, area, status);
    }
}
