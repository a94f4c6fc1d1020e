package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the app shows before somebody reserves: it promises nothing that is not so. */
@EndToEnd
class OnTheMapIT {

    private static final int WINDOWS = 500;
    private static final String GANGNAM = "127.00,37.45,127.05,37.55";

    private final RunningSystem system;
    private final ClientCompany company;

    OnTheMapIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
    }

    @Test
    void what_the_list_says_is_what_booking_at_once_answers_in_500_random_windows() {
        Random dice = new Random(20_261_130);
        List<Person> drivers = List.of(company.newMember(), company.newMember(), company.newMember());
        for (int turnaround : List.of(0, 10, 30, 60)) {
            UUID vehicle = company.newVehicle(turnaround);
            system.support().occupy(vehicle, window(dice), "MAINTENANCE", false).mustBe(201);
        }
        List<String> falseWords = new ArrayList<>();
        int yes = 0;
        for (int i = 0; i < WINDOWS; i++) {
            Person driver = drivers.get(dice.nextInt(drivers.size()));
            Slot window = window(dice);
            JsonNode row = row(driver, window, dice);
            boolean said = row.path("available").asBoolean();

            Answer booked = driver.reserve(UUID.fromString(row.path("vehicle").asText()), window);

            String outcome = booked.status() == 201 ? "" : booked.code();
            if (said != (booked.status() == 201)
                    || !row.at("/whyNot/code").asText().equals(outcome)) {
                falseWords.add("%s: the list says %s, booking answers %s".formatted(window, row, booked.body()));
            }
            yes += said ? 1 : 0;
        }

        assertThat(falseWords).isEmpty();
        assertThat(yes).as("both answers occur").isBetween(WINDOWS / 5, WINDOWS * 4 / 5);
    }

    /** Within three weeks, so that windows meet; now and then one that breaks a rule. */
    private static Slot window(Random dice) {
        Instant start = Slot.now().plus(Duration.ofMinutes(10L * (1 + dice.nextInt(21 * 24 * 6))));
        Instant crooked = dice.nextInt(20) == 0 ? start.plusSeconds(60L * (1 + dice.nextInt(9))) : start;
        return new Slot(crooked, crooked.plus(Duration.ofMinutes(10L * (1 + dice.nextInt(60)))));
    }

    private JsonNode row(Person by, Slot window, Random dice) {
        JsonNode rows = by.get("/zones/" + company.zone() + "/vehicles" + window.query())
                .expect(200)
                .body()
                .path("items");
        return rows.get(dice.nextInt(rows.size()));
    }

    @Test
    void who_cannot_pay_sees_that_before_they_try() {
        ClientCompany other = system.newCompany("REPRESENTATIVE_CARD");
        Person driver = other.newMember();
        UUID _ = other.newVehicle();

        JsonNode row = driver.get(
                        "/zones/" + other.zone() + "/vehicles" + Slot.hourIn(24).query())
                .expect(200)
                .body()
                .path("items")
                .path(0);

        assertThat(row.path("available").asBoolean()).isFalse();
        assertThat(row.at("/whyNot/code").asText()).isEqualTo("representative-card-unavailable");
    }

    @Test
    void rows_come_page_by_page_each_vehicle_once() {
        ClientCompany other = system.newCompany();
        Person driver = other.newMember();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(other.newVehicle().toString());
        }
        List<String> seen = new ArrayList<>();
        String page = "/zones/" + other.zone() + "/vehicles" + Slot.hourIn(24).query() + "&limit=2";
        String cursor = "";
        do {
            JsonNode body = driver.get(page + cursor).expect(200).body();
            seen.addAll(body.path("items").findValuesAsText("vehicle"));
            cursor = body.hasNonNull("nextCursor")
                    ? "&cursor=" + body.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
    }

    @Test
    void markers_are_there_for_who_asks_for_them_under_the_business_profile() {
        ClientCompany other = system.newCompany();
        Person driver = other.newMember();
        UUID _ = other.newVehicle();
        Map<String, Object> area = Map.of(
                "name",
                "주차장",
                "point",
                Map.of("longitude", 127.03, "latitude", 37.50),
                "area",
                List.of(
                        point(127.029, 37.499),
                        point(127.031, 37.499),
                        point(127.031, 37.501),
                        point(127.029, 37.499)));
        system.operator()
                .api()
                .post("/companies/" + other.id() + "/zones", area)
                .mustBe(201);

        JsonNode shown = markers(driver, "&layers=VIRTUAL_ZONES");
        assertThat(shown.path("zones").findValuesAsText("name")).containsExactlyInAnyOrder("Head office", "주차장");
        assertThat(shown.path("truncated").asBoolean()).isFalse();
        assertThat(shown.path("zones").findValues("area")).singleElement().satisfies(polygon -> {
            assertThat(polygon.path("type").asText()).isEqualTo("Polygon");
            assertThat(polygon.at("/coordinates/0/0/0").asDouble())
                    .as("longitude first")
                    .isEqualTo(127.029);
        });
        assertThat(markers(driver, "").path("zones")).as("an old client").isEmpty();
        assertThat(markers(driver, "&layers=PUBLIC_ZONES").path("zones")).isEmpty();
        JsonNode elsewhere = driver.get("/map/zones?box=128.0,35.0,129.5,36.0&layers=VIRTUAL_ZONES")
                .expect(200)
                .body();
        assertThat(elsewhere.path("zones")).isEmpty();
        assertThat(driver.get("/map/zones?box=127,38,128,37").status()).isEqualTo(400);
        assertThat(company.newMember()
                        .get("/zones/" + other.zone() + "/vehicles"
                                + Slot.hourIn(24).query())
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, Double> point(double longitude, double latitude) {
        return Map.of("longitude", longitude, "latitude", latitude);
    }

    private static JsonNode markers(Person by, String layers) {
        return by.get("/map/zones?box=" + GANGNAM + layers).expect(200).body();
    }
}
