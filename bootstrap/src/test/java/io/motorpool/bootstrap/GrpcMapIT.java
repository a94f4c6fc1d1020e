package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.motorpool.api.map.v1.BoundingBox;
import io.motorpool.api.map.v1.Drive;
import io.motorpool.api.map.v1.ListVehiclesOfZoneRequest;
import io.motorpool.api.map.v1.ListVehiclesOfZoneResponse;
import io.motorpool.api.map.v1.ListZoneMarkersRequest;
import io.motorpool.api.map.v1.ListZoneMarkersResponse;
import io.motorpool.api.map.v1.MapLayer;
import io.motorpool.api.map.v1.MapServiceGrpc;
import io.motorpool.api.map.v1.MapServiceGrpc.MapServiceBlockingStub;
import io.motorpool.api.map.v1.Propulsion;
import io.motorpool.api.map.v1.VehicleOfZone;
import io.motorpool.api.map.v1.ZoneMarker;
import io.motorpool.application.map.MapQueries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link OnTheMapIT} shows of HTTP, as the app sees it over gRPC. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcMapIT {

    private static final BoundingBox GANGNAM = box(127.00, 37.45, 127.05, 37.55);

    private final RunningSystem system;
    private final GrpcWire wire;

    GrpcMapIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @Test
    void markers_are_there_for_who_asks_for_them_under_the_business_profile() {
        ClientCompany company = system.newCompany();
        Person driver = company.newMember();
        UUID _ = company.newVehicle();
        zoneWithAnArea(company);

        ListZoneMarkersResponse shown = markers(driver, GANGNAM, MapLayer.MAP_LAYER_VIRTUAL_ZONES);

        assertThat(shown.getZonesList())
                .extracting(ZoneMarker::getName)
                .containsExactlyInAnyOrder("Head office", "주차장");
        assertThat(shown.getZonesList()).extracting(ZoneMarker::getVehicles).containsExactlyInAnyOrder(1, 0);
        assertThat(shown.getTruncated()).isFalse();
        ZoneMarker drawn = shown.getZonesList().stream()
                .filter(ZoneMarker::hasArea)
                .findFirst()
                .orElseThrow();
        assertThat(drawn.getArea().getRingList())
                .hasSize(4)
                .first()
                .isEqualTo(drawn.getArea().getRing(3));
        assertThat(drawn.getArea().getRing(0).getLongitude()).isEqualTo(127.029);
        assertThat(drawn.getArea().getRing(0).getLatitude()).isEqualTo(37.499);
        assertThat(markers(driver, GANGNAM).getZonesList()).as("an old client").isEmpty();
        assertThat(markers(driver, GANGNAM, MapLayer.MAP_LAYER_PUBLIC_ZONES).getZonesList())
                .isEmpty();
        assertThat(markers(driver, box(128.0, 35.0, 129.5, 36.0), MapLayer.MAP_LAYER_VIRTUAL_ZONES)
                        .getZonesList())
                .isEmpty();
    }

    private void zoneWithAnArea(ClientCompany company) {
        Map<String, Object> zone = Map.of(
                "name",
                "주차장",
                "point",
                point(127.03, 37.50),
                "area",
                List.of(
                        point(127.029, 37.499),
                        point(127.031, 37.499),
                        point(127.031, 37.501),
                        point(127.029, 37.499)));
        system.operator()
                .api()
                .post("/companies/" + company.id() + "/zones", zone)
                .mustBe(201);
    }

    @Test
    void of_more_zones_than_are_shown_the_app_learns_that_there_are_more() {
        ClientCompany company = system.newCompany();
        Person driver = company.newMember();
        for (int more = 1; more < MapQueries.MOST_MARKERS; more++) {
            UUID _ = company.newZone("구역 " + more);
        }
        assertThat(markers(driver, GANGNAM, MapLayer.MAP_LAYER_VIRTUAL_ZONES).getTruncated())
                .isFalse();
        UUID _ = company.newZone("one too many");

        ListZoneMarkersResponse shown = markers(driver, GANGNAM, MapLayer.MAP_LAYER_VIRTUAL_ZONES);

        assertThat(shown.getZonesList()).hasSize(MapQueries.MOST_MARKERS);
        assertThat(shown.getTruncated()).isTrue();
    }

    @Test
    void rows_come_page_by_page_each_vehicle_once_and_a_token_of_another_list_is_none() {
        ClientCompany company = system.newCompany();
        Person driver = company.newMember();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(company.newVehicle().toString());
        }
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            ListVehiclesOfZoneResponse page = as(driver)
                    .listVehiclesOfZone(vehicles(company, Slot.hourIn(24)).toBuilder()
                            .setPageSize(2)
                            .setPageToken(token)
                            .build());
            page.getVehiclesList().forEach(row -> seen.add(row.getVehicle()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made).isSorted().doesNotHaveDuplicates();
        assertThat(wrongFields(
                        driver,
                        vehicles(company, Slot.hourIn(24)).toBuilder()
                                .setPageToken("A".repeat(32))
                                .setPageSize(101)
                                .build()))
                .containsExactlyInAnyOrder("page_token", "page_size");
    }

    @Test
    void a_row_says_what_reserving_at_once_would_be_answered() {
        ClientCompany company = system.newCompany();
        Person driver = company.newMember();
        UUID vehicle = company.newVehicle();
        Slot slot = Slot.hourIn(24);
        assertThat(onlyRow(driver, company, slot)).satisfies(row -> {
            assertThat(row.getAvailable()).isTrue();
            assertThat(row.hasWhyNot()).isFalse();
        });
        company.newMember().reserve(vehicle, slot).mustBe(201);

        VehicleOfZone taken = onlyRow(driver, company, slot);
        var answered = driver.reserve(vehicle, slot).expect(409);

        assertThat(taken.getAvailable()).isFalse();
        assertThat(taken.getWhyNot().getReason()).isEqualTo(answered.code()).isEqualTo("vehicle-taken");
        assertThat(taken.getWhyNot().getMetadataMap())
                .containsEntry(
                        "inTheWay.start",
                        answered.body().path("inTheWay").path("start").asText());
    }

    @Test
    void a_row_says_what_moves_the_vehicle() {
        ClientCompany company = system.newCompany();
        UUID _ = company.newVehicle(Map.of("drive", Map.of("propulsion", "ELECTRIC", "rangeKm", 458)));

        Drive drive = onlyRow(company.newMember(), company, Slot.hourIn(24)).getDrive();

        assertThat(drive.getPropulsion()).isEqualTo(Propulsion.PROPULSION_ELECTRIC);
        assertThat(drive.getRangeKm()).isEqualTo(458);
    }

    @Test
    void who_cannot_pay_sees_that_before_they_try() {
        ClientCompany company = system.newCompany("REPRESENTATIVE_CARD");
        UUID _ = company.newVehicle();

        VehicleOfZone row = onlyRow(company.newMember(), company, Slot.hourIn(24));

        assertThat(row.getAvailable()).isFalse();
        assertThat(row.getWhyNot().getReason()).isEqualTo("representative-card-unavailable");
    }

    @Test
    void everything_that_is_wrong_with_a_question_is_named_at_once_and_what_is_newer_is_not_guessed_at() {
        ClientCompany company = system.newCompany();
        Person driver = company.newMember();

        assertThat(wrongFields(driver, ListZoneMarkersRequest.getDefaultInstance()))
                .containsExactly("box");
        assertThat(wrongFields(
                        driver,
                        ListZoneMarkersRequest.newBuilder()
                                .setBox(BoundingBox.newBuilder().setWest(Double.NaN))
                                .addLayersValue(4711)
                                .build()))
                .containsExactlyInAnyOrder("box.south", "box.east", "box.north", "layers");
        assertThat(wrongFields(driver, asking(box(Double.NaN, 33, 127, 38), MapLayer.MAP_LAYER_VIRTUAL_ZONES)))
                .containsExactly("box");
        assertThat(wrongFields(
                        driver, asking(GANGNAM, MapLayer.MAP_LAYER_VIRTUAL_ZONES, MapLayer.MAP_LAYER_VIRTUAL_ZONES)))
                .containsExactly("layers");
        Slot tooLong = Slot.ahead(Duration.ofHours(24), Duration.ofDays(401));
        assertThat(wrongFields(
                        driver,
                        vehicles(company, tooLong).toBuilder().setZone("x").build()))
                .containsExactlyInAnyOrder("zone", "end");
        assertThat(as(driver)
                        .listZoneMarkers(asking(GANGNAM).toBuilder()
                                .setUnknownFields(UnknownFieldSet.newBuilder()
                                        .addField(
                                                777,
                                                UnknownFieldSet.Field.newBuilder()
                                                        .addVarint(1)
                                                        .build())
                                        .build())
                                .build())
                        .getTruncated())
                .isFalse();
    }

    @Test
    void a_zone_of_another_company_is_none() {
        ClientCompany company = system.newCompany();
        Person stranger = system.newCompany().newMember();

        assertThat(GrpcWire.refused(() -> as(stranger).listVehiclesOfZone(vehicles(company, Slot.hourIn(24))))
                        .reason())
                .isEqualTo("not-found");
    }

    private VehicleOfZone onlyRow(Person by, ClientCompany company, Slot slot) {
        List<VehicleOfZone> rows =
                as(by).listVehiclesOfZone(vehicles(company, slot)).getVehiclesList();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static ListVehiclesOfZoneRequest vehicles(ClientCompany company, Slot slot) {
        return ListVehiclesOfZoneRequest.newBuilder()
                .setZone(company.zone().toString())
                .setStart(GrpcWire.at(slot.start()))
                .setEnd(GrpcWire.at(slot.end()))
                .build();
    }

    private ListZoneMarkersResponse markers(Person by, BoundingBox box, MapLayer... layers) {
        return as(by).listZoneMarkers(asking(box, layers));
    }

    private static ListZoneMarkersRequest asking(BoundingBox box, MapLayer... layers) {
        return ListZoneMarkersRequest.newBuilder()
                .setBox(box)
                .addAllLayers(List.of(layers))
                .build();
    }

    private List<String> wrongFields(Person by, ListZoneMarkersRequest request) {
        return wrongFields(GrpcWire.refused(() -> as(by).listZoneMarkers(request)));
    }

    private List<String> wrongFields(Person by, ListVehiclesOfZoneRequest request) {
        return wrongFields(GrpcWire.refused(() -> as(by).listVehiclesOfZone(request)));
    }

    private static List<String> wrongFields(GrpcWire.Refused refused) {
        assertThat(refused.reason()).isEqualTo("invalid-request");
        return refused.detail(BadRequest.class).orElseThrow().getFieldViolationsList().stream()
                .map(FieldViolation::getField)
                .toList();
    }

    private MapServiceBlockingStub as(Person person) {
        return wire.as(person, MapServiceGrpc::newBlockingStub);
    }

    private static BoundingBox box(double west, double south, double east, double north) {
        return BoundingBox.newBuilder()
                .setWest(west)
                .setSouth(south)
                .setEast(east)
                .setNorth(north)
                .build();
    }

    private static Map<String, Double> point(double longitude, double latitude) {
        return Map.of("longitude", longitude, "latitude", latitude);
    }
}
