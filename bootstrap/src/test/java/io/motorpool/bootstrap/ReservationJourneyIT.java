package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a driver does with a vehicle, from the first request to the return. */
@EndToEnd
class ReservationJourneyIT {

    private final RunningSystem system;
    private final ClientCompany company;
    private final Person driver;
    private UUID vehicle;

    ReservationJourneyIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.driver = company.newMember();
        this.vehicle = company.newVehicle();
    }

    @BeforeEach
    void a_vehicle_of_its_own_for_each_test() {
        vehicle = company.newVehicle();
    }

    @Test
    void a_reservation_lives_from_the_request_to_the_return() {
        Slot slot = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, slot).expect(201);
        assertThat(reserved.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/reservations/" + reserved.id());
        assertThat(reserved.body().path("status").asText()).isEqualTo("RESERVED");
        assertThat(reserved.body().path("driver").asText())
                .isEqualTo(driver.user().toString());
        assertThat(Slot.of(reserved.body())).isEqualTo(slot);
        Answer found = driver.look(reserved);
        assertThat(found.body()).isEqualTo(reserved.body());
        assertThat(found.etag()).isEqualTo(reserved.etag());

        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_012)).expect(200);
        assertThat(started.body().path("status").asText()).isEqualTo("IN_USE");
        assertThat(started.body().path("startOdometerKm").asInt()).isEqualTo(10_012);

        Answer returned =
                driver.step(started, "return", Map.of("odometerKm", 10_058)).expect(200);
        assertThat(returned.body().path("status").asText()).isEqualTo("RETURNED");
        assertThat(returned.body().path("endOdometerKm").asInt()).isEqualTo(10_058);
        assertThat(driver.look(reserved).body()).isEqualTo(returned.body());
        assertThat(driver.get("/vehicles/" + vehicle)
                        .expect(200)
                        .body()
                        .path("odometerKm")
                        .asInt())
                .isEqualTo(10_058);

        List<JsonNode> told =
                system.events().about(reserved.id(), "vehicle-reserved", "reservation-started", "vehicle-returned");
        assertThat(told).allSatisfy(data -> {
            assertThat(data.path("reservation").asText())
                    .isEqualTo(reserved.id().toString());
            assertThat(data.path("company").asText()).isEqualTo(company.id().toString());
            assertThat(data.path("vehicle").asText()).isEqualTo(vehicle.toString());
        });
        assertThat(Slot.of(told.getFirst().path("period"))).isEqualTo(slot);
        assertThat(told.getLast().path("odometerKm").asInt()).isEqualTo(10_058);
    }

    @Test
    void a_vehicle_that_came_back_early_is_free_for_the_rest_of_the_period() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
        driver.step(started, "return", Map.of("odometerKm", 10_001)).mustBe(200);

        Person next = company.newMember("이하은");
        next.reserve(vehicle, Slot.ahead(Duration.ofMinutes(10), Duration.ofMinutes(30)))
                .mustBe(201);
    }

    @Test
    void the_same_request_sent_again_reserves_once_and_is_answered_the_same() {
        Slot slot = Slot.hourIn(30);
        Answer first = driver.reserve(vehicle, slot, "trip-1").expect(201);
        Answer again = driver.reserve(vehicle, slot, "trip-1").expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(driver.get("/reservations?vehicle=" + vehicle)
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
        system.events().mustTell(first.id(), "vehicle-reserved");
    }

    @Test
    void a_refusal_is_answered_the_same_again_too() {
        driver.reserve(vehicle, Slot.hourIn(30)).mustBe(201);
        Person other = company.newMember();
        Answer refused = other.reserve(vehicle, Slot.hourIn(30), "trip-2").expect(409);
        Answer again = other.reserve(vehicle, Slot.hourIn(30), "trip-2").expect(409);

        assertThat(again.code()).isEqualTo("vehicle-taken");
        assertThat(again.body().path("inTheWay")).isEqualTo(refused.body().path("inTheWay"));
        assertThat(again.body().path("instance")).isEqualTo(refused.body().path("instance"));
        assertThat(again.body().path("traceId").asText())
                .isNotBlank()
                .isNotEqualTo(refused.body().path("traceId").asText());
        assertThat(again.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void a_key_belongs_to_one_request_of_one_caller() {
        driver.reserve(vehicle, Slot.hourIn(40), "mine").mustBe(201);

        assertThat(driver.reserve(vehicle, Slot.hourIn(50), "mine").expect(422).code())
                .isEqualTo("idempotency-key-reused");
        Person other = company.newMember();
        other.reserve(vehicle, Slot.hourIn(50), "mine").mustBe(201);
        driver.api()
                .post("/reservations", Map.of("vehicle", vehicle.toString()))
                .mustBe(400);
    }

    @Test
    void a_change_names_the_version_that_was_seen() {
        Answer seen = driver.reserve(vehicle, Slot.hourIn(60)).expect(201);
        String cancellation = "/reservations/" + seen.id() + "/cancellation";

        assertThat(driver.api().post(cancellation, Map.of()).expect(428).code()).isNotEmpty();
        Answer moved = driver.reschedule(seen, Slot.hourIn(61)).expect(200);
        Answer stale = driver.step(seen, "cancellation", Map.of()).expect(412);
        assertThat(stale.code()).isEqualTo("stale-version");
        assertThat(moved.etag()).isNotEqualTo(seen.etag());
        driver.step(moved, "cancellation", Map.of()).mustBe(200);
    }

    @Test
    void acting_for_somebody_else_needs_a_reason() {
        Map<String, Object> body = Map.of(
                "vehicle", vehicle.toString(),
                "driver", driver.user().toString(),
                "start", Slot.hourIn(70).start().toString(),
                "end", Slot.hourIn(70).end().toString(),
                "corporate", true);
        Answer refused = company.admin()
                .api()
                .post("/reservations", body, "Idempotency-Key", "without")
                .expect(422);
        assertThat(refused.code()).isEqualTo("reason-required");

        Answer reserved = company.admin()
                .api()
                .post("/reservations", Person.with(Person.REASON, body), "Idempotency-Key", "with")
                .expect(201);
        assertThat(reserved.body().path("driver").asText())
                .isEqualTo(driver.user().toString());
        assertThat(driver.look(reserved).body()).isEqualTo(reserved.body());
        company.newMember()
                .api()
                .post("/reservations", Person.with(Person.REASON, body), "Idempotency-Key", "colleague")
                .mustBe(403);
    }

    @Test
    void a_vehicle_is_handed_over_only_within_the_period_and_with_a_believable_reading() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        assertThat(driver.step(reserved, "start", Map.of("odometerKm", 10_000))
                        .expect(409)
                        .code())
                .isEqualTo("outside-reserved-period");

        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer backwards =
                driver.step(reserved, "start", Map.of("odometerKm", 9_999)).expect(422);
        assertThat(backwards.code()).isEqualTo("odometer-runs-backwards");
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
        assertThat(driver.step(started, "return", Map.of("odometerKm", 9_000))
                        .expect(422)
                        .code())
                .isEqualTo("odometer-runs-backwards");
        driver.step(started, "return", Map.of("odometerKm", 10_000)).mustBe(200);
    }

    @Test
    void a_driver_has_one_vehicle_at_a_time() {
        driver.reserve(vehicle, Slot.hourIn(80)).mustBe(201);

        Answer refused = driver.reserve(company.newVehicle(), Slot.hourIn(80)).expect(409);
        assertThat(refused.code()).isEqualTo("driver-busy");
        assertThat(Slot.of(refused.body().path("inTheWay"))).isEqualTo(Slot.hourIn(80));
        driver.reserve(company.newVehicle(), Slot.hourIn(81)).mustBe(201);
    }
}
