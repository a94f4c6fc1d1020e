package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told before they decide: what is free and why not, who was before, who comes after. */
@EndToEnd
class LookingForAVehicleIT {

    /** How old an answer about availability may be (P20). */
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private final RunningSystem system;
    private ClientCompany company;
    private Person driver;
    private UUID vehicle;

    LookingForAVehicleIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.driver = company.newMember();
        this.vehicle = company.newVehicle();
    }

    @BeforeEach
    void a_company_of_its_own() {
        company = system.newCompany();
        driver = company.newMember();
        vehicle = company.newVehicle(20);
    }

    @Test
    void availability_explains_what_is_free_and_what_is_in_the_way() {
        Slot day = Slot.ahead(Duration.ofHours(24), Duration.ofHours(8));
        Slot driven = Slot.hourIn(25);
        Slot workshop = Slot.hourIn(28);
        driver.reserve(vehicle, driven).mustBe(201);
        occupy(workshop);

        Answer answer = driver.get("/vehicles/" + vehicle + "/availability" + day.query())
                .expect(200);
        assertThat(answer.body().path("available").asBoolean()).isFalse();
        Instant clear = driven.end().plus(Duration.ofMinutes(20));
        assertThat(slots(answer.body().path("free")))
                .containsExactly(
                        new Slot(day.start(), driven.start()),
                        new Slot(clear, workshop.start()),
                        new Slot(workshop.end(), day.end()));
        assertThat(slots(answer.body().path("taken"))).containsExactly(driven, new Slot(driven.end(), clear), workshop);
        assertThat(answer.body().path("taken"))
                .extracting(taken -> taken.path("kind").asText())
                .containsExactly("RESERVATION", "BUFFER", "MAINTENANCE");
        assertThat(answer.body().toString()).doesNotContain(driver.user().toString());
    }

    @Test
    void availability_follows_within_two_seconds() throws InterruptedException {
        Slot slot = Slot.hourIn(24);
        String question = "/vehicles/" + vehicle + "/availability" + slot.query();
        assertThat(driver.get(question).expect(200).body().path("available").asBoolean())
                .isTrue();

        driver.reserve(vehicle, slot).mustBe(201);
        Thread.sleep(OLDEST);
        Answer after = driver.get(question).expect(200);
        assertThat(after.body().path("available").asBoolean()).isFalse();
        assertThat(Instant.parse(after.body().path("asOf").asText()))
                .isAfter(Instant.now().minus(OLDEST));
    }

    @Test
    void availability_of_a_company_shows_all_its_vehicles_page_by_page() {
        Slot slot = Slot.hourIn(24);
        UUID second = company.newVehicle();
        UUID third = company.newVehicle();
        driver.reserve(second, slot).mustBe(201);

        List<String> free = new ArrayList<>();
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = driver.get(
                            "/companies/" + company.id() + "/availability" + slot.query() + "&limit=2" + cursor)
                    .expect(200);
            for (JsonNode item : page.body().path("items")) {
                all.add(item.path("vehicle").asText());
                if (item.path("available").asBoolean()) {
                    free.add(item.path("vehicle").asText());
                }
            }
            cursor = next(page);
        } while (!cursor.isEmpty());
        assertThat(all).containsExactlyInAnyOrder(vehicle.toString(), second.toString(), third.toString());
        assertThat(free).containsExactlyInAnyOrder(vehicle.toString(), third.toString());
    }

    @Test
    void neighbours_are_shown_masked_and_only_within_a_day() {
        Slot mine = Slot.hourIn(48);
        company.newMember("김민수")
                .reserve(vehicle, mine.later(Duration.ofHours(-3)))
                .mustBe(201);
        company.newMember("이산")
                .reserve(vehicle, mine.later(Duration.ofHours(2)))
                .mustBe(201);
        Answer reserved = driver.reserve(vehicle, mine).expect(201);

        JsonNode neighbours = driver.get("/reservations/" + reserved.id() + "/neighbours")
                .expect(200)
                .body();
        assertThat(neighbours.path("previous").path("name").asText()).isEqualTo("김*수");
        assertThat(Slot.of(neighbours.path("previous"))).isEqualTo(mine.later(Duration.ofHours(-3)));
        assertThat(neighbours.path("next").path("name").asText()).isEqualTo("이*");
        assertThat(neighbours.path("next").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "start", "end");

        JsonNode far = driver.get("/vehicles/" + vehicle + "/neighbours"
                        + mine.later(Duration.ofHours(48)).query())
                .expect(200)
                .body();
        assertThat(far.has("previous")).isFalse();
        assertThat(far.has("next")).isFalse();
    }

    @Test
    void a_search_finds_by_vehicle_driver_state_and_time_page_by_page() {
        Person colleague = company.newMember("이하은");
        List<String> ofDriver = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ofDriver.add(driver.reserve(vehicle, Slot.hourIn(24 + 2 * i))
                    .expect(201)
                    .id()
                    .toString());
        }
        Answer other = colleague.reserve(vehicle, Slot.hourIn(60)).expect(201);
        Answer cancelled = colleague
                .step(colleague.reserve(vehicle, Slot.hourIn(62)).expect(201), "cancellation", Map.of())
                .expect(200);

        Person admin = company.admin();
        assertThat(search(admin, "driver=" + driver.user() + "&limit=2")).isEqualTo(ofDriver);
        assertThat(search(admin, "vehicle=" + vehicle)).hasSize(7);
        assertThat(search(admin, "status=CANCELLED"))
                .containsExactly(cancelled.id().toString());
        assertThat(search(
                        admin,
                        "from=" + Slot.hourIn(60).start() + "&until="
                                + Slot.hourIn(60).end()))
                .containsExactly(other.id().toString());
        assertThat(search(driver, "limit=100")).isEqualTo(ofDriver);
        assertThat(search(system.support(), "company=" + company.id())).hasSize(7);
    }

    @Test
    void another_company_sees_nothing_of_all_this() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        Person stranger = system.newCompany().admin();

        stranger.get("/reservations/" + reserved.id()).mustBe(404);
        stranger.get("/reservations/" + reserved.id() + "/neighbours").mustBe(404);
        stranger.get("/vehicles/" + vehicle + "/availability" + Slot.hourIn(24).query())
                .mustBe(404);
        stranger.get("/vehicles/" + vehicle + "/neighbours" + Slot.hourIn(24).query())
                .mustBe(404);
        stranger.get("/companies/" + company.id() + "/availability"
                        + Slot.hourIn(24).query())
                .mustBe(404);
        assertThat(search(stranger, "company=" + company.id())).isEmpty();
        stranger.reserve(vehicle, Slot.hourIn(30)).mustBe(404);
        stranger.step(reserved, "cancellation", Person.REASON).mustBe(404);
        company.newMember().get("/reservations/" + reserved.id()).mustBe(404);
    }

    private void occupy(Slot slot) {
        system.support().occupy(vehicle, slot, "MAINTENANCE", false).mustBe(201);
    }

    private static List<String> search(Person by, String query) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = by.get("/reservations?" + query + cursor).expect(200);
            page.body().path("items").forEach(item -> found.add(item.path("id").asText()));
            cursor = next(page);
        } while (!cursor.isEmpty());
        return found;
    }

    private static String next(Answer page) {
        JsonNode next = page.body().path("nextCursor");
        return next.isTextual() ? "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8) : "";
    }

    private static List<Slot> slots(JsonNode items) {
        List<Slot> slots = new ArrayList<>();
        items.forEach(item -> slots.add(Slot.of(item)));
        return slots;
    }
}
