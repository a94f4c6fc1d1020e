package io.motorpool.adapters.rest.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.map.MapResource.MarkersBody;
import io.motorpool.adapters.rest.map.MapResource.RowBody;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.map.MapLayer;
import io.motorpool.application.map.MapQueries;
import io.motorpool.application.map.MapQueries.Markers;
import io.motorpool.application.map.ZoneMarkers.Marker;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapResourceTest {

    private static final Between MORNING = new Between("2027-03-01T09:00:00Z", "2027-03-01T11:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final Vehicle vehicle = FleetFixtures.aVehicle(new CompanyId(Ids.next()), new ZoneId(Ids.next()));
    private Markers markers = new Markers(List.of(), false);
    private final MapResource resource =
            new MapResource(new Known(), new KnownCaller(Callers.aMemberOf(vehicle.company())));

    private final class Known implements MapQueries {

        @Override
        public Uni<Decision<Markers, Refusal>> markers(Caller caller, BoundingBox box, Set<MapLayer> layers) {
            asked.add(box + " " + layers);
            return Uni.createFrom().item(Decision.accept(markers));
        }

        @Override
        public Uni<Decision<Page<VehicleRow>, Refusal>> vehicles(
                Caller caller, ZoneId zone, Period period, Page.Request page) {
            return Uni.createFrom()
                    .item(Decision.accept(new Page<>(
                            List.of(
                                    new VehicleRow(vehicle.id(), vehicle.description(), Optional.empty()),
                                    new VehicleRow(
                                            vehicle.id(),
                                            vehicle.description(),
                                            Optional.of(new ReservationRefusal.VehicleNotInService(
                                                    VehicleStatus.MAINTENANCE)))),
                            Optional.empty())));
        }
    }

    @Test
    void the_box_and_the_layers_are_read_and_areas_are_geojson_with_the_longitude_first() {
        ZoneArea area = new ZoneArea(List.of(
                new GeoPoint(127.0, 37.4),
                new GeoPoint(127.1, 37.4),
                new GeoPoint(127.1, 37.5),
                new GeoPoint(127.0, 37.4)));
        markers = new Markers(
                List.of(new Marker(new ZoneId(Ids.next()), "본사", new GeoPoint(127.05, 37.45), area, 3)), true);

        MarkersBody body = (MarkersBody)
                Responses.of(() -> resource.markers("126.5,-37.25,127,37.5", "VIRTUAL_ZONES,PUBLIC_ZONES"))
                        .getEntity();

        assertThat(asked)
                .containsExactly("%s %s"
                        .formatted(
                                new BoundingBox(126.5, -37.25, 127, 37.5),
                                List.of(MapLayer.PUBLIC_ZONES, MapLayer.VIRTUAL_ZONES)));
        assertThat(body.truncated()).isTrue();
        assertThat(body.zones().getFirst().point().coordinates()).containsExactly(127.05, 37.45);
        assertThat(body.zones().getFirst().area())
                .satisfies(shown -> assertThat(
                                shown == null ? List.of() : shown.coordinates().getFirst())
                        .hasSize(4)
                        .first()
                        .isEqualTo(List.of(127.0, 37.4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,2,3", "1,2,3,4,5", "a,2,3,4", "1e1,2,3,4", "181,2,3,4", "1,5,3,4", " 1,2,3,4", "1,2,3,NaN"})
    void what_is_no_box_is_said_to_be_none(String box) {
        assertThat(Responses.wrongFields(() -> resource.markers(box, null))).containsExactly("box");
    }

    @Test
    void a_box_is_needed_and_layers_are_known_and_named_once() {
        assertThat(Responses.wrongFields(() -> resource.markers(null, "ROADS"))).containsExactly("box", "layers");
        assertThat(Responses.wrongFields(() -> resource.markers("1,2,3,4", "VIRTUAL_ZONES,VIRTUAL_ZONES")))
                .containsExactly("layers");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_row_says_what_would_be_answered() {
        PageBody<?> page = (PageBody<?>)
                Responses.of(() -> resource.vehicles(Ids.next().toString(), MORNING, new Paging(null, null)))
                        .getEntity();

        assertThat(page.items())
                .extracting(item -> ((RowBody) item).available())
                .containsExactly(true, false);
        assertThat(page.items())
                .extracting(item -> ((RowBody) item).whyNot())
                .last()
                .asString()
                .contains("vehicle-not-in-service", "MAINTENANCE");
        assertThat(Responses.problem(() -> resource.vehicles("zone", MORNING, new Paging(null, null))))
                .isEqualTo("404 not-found");
    }
}
