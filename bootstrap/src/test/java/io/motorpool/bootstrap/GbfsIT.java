package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A company's fleet as GBFS 3.1: what the schema asks for, and no other words on it than the list of vehicles has. */
@EndToEnd
class GbfsIT {

    private final RunningSystem system;
    private final ClientCompany company;
    private final Person member;
    private final GbfsFeeds feeds;

    GbfsIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.member = company.newMember("김민수");
        this.feeds = new GbfsFeeds(member, company.id());
    }

    @Test
    void every_feed_that_is_named_keeps_to_the_schema_and_all_of_them_agree() {
        UUID electric = company.newVehicle(
                Map.of("model", "아이오닉 5", "drive", Map.of("propulsion", "ELECTRIC", "rangeKm", 458)));
        UUID minibus = company.newVehicle(Map.of("model", "쏠라티", "seats", 15));
        UUID broken = company.newVehicle();
        UUID driven = company.newVehicle();
        system.operator()
                .api()
                .post("/companies/" + company.id() + "/zones", parkingLot())
                .mustBe(201);
        system.support()
                .occupy(broken, new Slot(Slot.now(), Slot.now().plus(Duration.ofHours(3))), "MAINTENANCE", false)
                .mustBe(201);
        Answer reserved = member.reserve(driven, Slot.hourIn(0)).expect(201);
        member.step(reserved, "start", Map.of("odometerKm", 10_000)).mustBe(200);
        Slot tomorrow = Slot.hourIn(24);
        company.newMember().reserve(electric, tomorrow).mustBe(201);

        assertThat(feeds.named())
                .containsExactlyInAnyOrder(
                        "gbfs",
                        "system_information",
                        "vehicle_types",
                        "station_information",
                        "station_status",
                        "vehicle_status",
                        "vehicle_availability")
                .allSatisfy(name -> assertThat(feeds.read(name)).isNotEmpty());
        feeds.mustAgree();
        JsonNode vehicles = feeds.read("vehicle_status").path("vehicles");
        assertThat(vehicles.findValuesAsText("vehicle_id"))
                .containsExactlyInAnyOrder(electric.toString(), minibus.toString(), broken.toString());
        assertThat(of(vehicles, electric).path("available_until").asText())
                .isEqualTo(tomorrow.start().toString());
        assertThat(of(vehicles, electric).path("current_range_meters").asInt()).isEqualTo(458_000);
        assertThat(of(vehicles, broken).path("is_disabled").asBoolean()).isTrue();
        JsonNode area = feeds.read("station_information").findValue("station_area");
        assertThat(area.path("type").asText()).isEqualTo("MultiPolygon");
        assertThat(area.at("/coordinates/0/0/0/0").asDouble()).isEqualTo(127.029);
    }

    /** A schema that everything fulfils would prove nothing. */
    @Test
    void what_the_schema_does_not_allow_is_noticed() {
        UUID _ = company.newVehicle();
        ObjectNode body = (ObjectNode) member.get("/companies/" + company.id() + "/gbfs/vehicle_types.json")
                .expect(200)
                .body();
        ObjectNode type = (ObjectNode) body.at("/data/vehicle_types/0");

        assertThat(GbfsFeeds.violations("vehicle_types", body)).isEmpty();
        assertThat(GbfsFeeds.violations(
                        "vehicle_types", body.deepCopy().put("version", "3.0").put("last_updated", "today")))
                .hasSize(2);
        type.remove("max_range_meters");
        assertThat(GbfsFeeds.violations("vehicle_types", body))
                .as("it has a motor")
                .hasSize(1);
    }

    @Test
    void the_feed_knows_no_other_truth_than_the_list() {
        Person driver = company.newMember();
        UUID free = company.newVehicle();
        UUID taken = company.newVehicle();
        Slot wanted = Slot.hourIn(30);
        company.newMember().reserve(taken, wanted).mustBe(201);

        JsonNode list = driver.get("/zones/" + company.zone() + "/vehicles" + wanted.query())
                .expect(200)
                .body()
                .path("items");
        JsonNode times = feeds.read("vehicle_availability").path("vehicles");

        for (UUID vehicle : List.of(free, taken)) {
            boolean said = StreamSupport.stream(list.spliterator(), false)
                    .filter(row -> row.path("vehicle").asText().equals(vehicle.toString()))
                    .allMatch(row -> row.path("available").asBoolean());
            assertThat(StreamSupport.stream(
                                    of(times, vehicle).path("availabilities").spliterator(), false)
                            .anyMatch(spell -> covers(spell, wanted)))
                    .isEqualTo(said)
                    .isEqualTo(vehicle.equals(free));
        }
    }

    @Test
    void nobody_is_named_and_other_companies_are_not_there() {
        UUID vehicle = company.newVehicle();
        member.reserve(vehicle, Slot.hourIn(5)).mustBe(201);
        Person stranger = system.newCompany().newMember();

        for (String name : feeds.named()) {
            String path = "/companies/" + company.id() + "/gbfs/" + name + ".json";
            assertThat(member.get(path).expect(200).body().toString())
                    .doesNotContain("김민수", member.user().toString());
            assertThat(stranger.get(path).status()).isEqualTo(404);
        }
    }

    private static boolean covers(JsonNode spell, Slot wanted) {
        return !Instant.parse(spell.path("from").asText()).isAfter(wanted.start())
                && (!spell.has("until")
                        || !Instant.parse(spell.path("until").asText()).isBefore(wanted.end()));
    }

    private static JsonNode of(JsonNode items, UUID vehicle) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("vehicle_id").asText().equals(vehicle.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing about " + vehicle + " in " + items));
    }

    /** Drawn clockwise. */
    private static Map<String, Object> parkingLot() {
        return Map.of(
                "name",
                "주차장",
                "point",
                Map.of("longitude", 127.03, "latitude", 37.4995),
                "area",
                List.of(
                        point(127.029, 37.499),
                        point(127.031, 37.501),
                        point(127.031, 37.499),
                        point(127.029, 37.499)));
    }

    private static Map<String, Double> point(double longitude, double latitude) {
        return Map.of("longitude", longitude, "latitude", latitude);
    }
}
