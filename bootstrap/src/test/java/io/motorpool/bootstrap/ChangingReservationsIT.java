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

/** Plans change: other times, another vehicle, or nothing comes of it. */
@EndToEnd
class ChangingReservationsIT {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final RunningSystem system;
    private final ClientCompany company;
    private Person driver;
    private Person colleague;
    private UUID vehicle;

    ChangingReservationsIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.driver = company.newMember();
        this.colleague = company.newMember("이하은");
        this.vehicle = company.newVehicle();
    }

    @BeforeEach
    void people_and_a_vehicle_without_plans() {
        driver = company.newMember();
        colleague = company.newMember("이하은");
        vehicle = company.newVehicle();
    }

    @Test
    void it_is_moved_extended_and_shortened() {
        Slot first = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, first).expect(201);

        Answer moved = driver.reschedule(reserved, first.later(HALF_AN_HOUR)).expect(200);
        Answer extended = driver.reschedule(moved, first.later(HALF_AN_HOUR).longer(HALF_AN_HOUR))
                .expect(200);
        Answer shortened =
                driver.reschedule(extended, first.later(HALF_AN_HOUR)).expect(200);
        assertThat(Slot.of(shortened.body())).isEqualTo(first.later(HALF_AN_HOUR));
        assertThat(driver.look(reserved).body()).isEqualTo(shortened.body());

        List<JsonNode> told = system.events()
                .about(
                        reserved.id(),
                        "vehicle-reserved",
                        "reservation-rescheduled",
                        "reservation-rescheduled",
                        "reservation-rescheduled");
        assertThat(Slot.of(told.get(1).path("before"))).isEqualTo(first);
        assertThat(Slot.of(told.get(3).path("after"))).isEqualTo(first.later(HALF_AN_HOUR));
    }

    @Test
    void what_is_given_up_is_free_at_once_and_what_is_taken_stays_taken() {
        Slot slot = Slot.hourIn(24);
        Answer mine = driver.reserve(vehicle, slot).expect(201);
        Answer theirs = colleague.reserve(vehicle, slot.next()).expect(201);

        Answer refused = driver.reschedule(mine, slot.longer(HALF_AN_HOUR)).expect(409);
        assertThat(refused.code()).isEqualTo("vehicle-taken");
        assertThat(refused.body().path("inTheWay").path("kind").asText()).isEqualTo("RESERVATION");
        assertThat(Slot.of(refused.body().path("inTheWay"))).isEqualTo(slot.next());

        colleague.reschedule(theirs, slot.next().later(HALF_AN_HOUR)).mustBe(200);
        driver.reschedule(mine, slot.longer(HALF_AN_HOUR)).mustBe(200);
    }

    @Test
    void the_turnaround_stands_in_the_way_and_says_so() {
        UUID slow = company.newVehicle(20);
        Slot slot = Slot.hourIn(24);
        driver.reserve(slow, slot).mustBe(201);

        Answer refused = colleague.reserve(slow, slot.next()).expect(409);
        assertThat(refused.body().path("inTheWay").path("kind").asText()).isEqualTo("BUFFER");
        assertThat(Slot.of(refused.body().path("inTheWay")))
                .isEqualTo(new Slot(slot.end(), slot.end().plus(Duration.ofMinutes(20))));
        colleague.reserve(slow, slot.next().later(Duration.ofMinutes(20))).mustBe(201);
    }

    @Test
    void what_has_begun_can_be_extended_but_keeps_its_start() {
        Slot slot = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, slot).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
        Slot running = Slot.of(started.body());

        assertThat(driver.reschedule(started, running.later(HALF_AN_HOUR))
                        .expect(422)
                        .code())
                .isEqualTo("start-is-fixed");
        Answer extended =
                driver.reschedule(started, running.longer(HALF_AN_HOUR)).expect(200);
        assertThat(Slot.of(extended.body())).isEqualTo(running.longer(HALF_AN_HOUR));
        driver.step(extended, "return", Map.of("odometerKm", 10_010)).mustBe(200);
    }

    @Test
    void it_goes_to_another_vehicle_of_the_company_and_leaves_its_own_free() {
        UUID other = company.newVehicle();
        Slot slot = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, slot).expect(201);

        Answer changed = driver.api()
                .put(
                        "/reservations/" + reserved.id() + "/vehicle",
                        Map.of("vehicle", other.toString()),
                        "If-Match",
                        reserved.etag())
                .expect(200);
        assertThat(changed.body().path("vehicle").asText()).isEqualTo(other.toString());
        colleague.reserve(vehicle, slot).mustBe(201);
        List<JsonNode> told = system.events().about(reserved.id(), "vehicle-reserved", "vehicle-changed");
        assertThat(told.get(1).path("before").asText()).isEqualTo(vehicle.toString());
        assertThat(told.get(1).path("after").asText()).isEqualTo(other.toString());

        Answer foreign = driver.api()
                .put(
                        "/reservations/" + reserved.id() + "/vehicle",
                        Map.of("vehicle", system.newCompany().newVehicle().toString()),
                        "If-Match",
                        changed.etag())
                .expect(404);
        assertThat(foreign.body().path("what").asText()).isEqualTo("vehicle");
    }

    @Test
    void what_is_cancelled_is_over_and_its_time_is_free() {
        Slot slot = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, slot).expect(201);

        Answer cancelled = driver.step(reserved, "cancellation", Map.of()).expect(200);
        assertThat(cancelled.body().path("status").asText()).isEqualTo("CANCELLED");
        Answer again = driver.step(cancelled, "cancellation", Map.of()).expect(409);
        assertThat(again.code()).isEqualTo("not-possible-now");
        assertThat(again.body().path("status").asInt()).isEqualTo(409);
        assertThat(again.body().path("reservationStatus").asText()).isEqualTo("CANCELLED");
        colleague.reserve(vehicle, slot).mustBe(201);
        system.events().mustTell(reserved.id(), "vehicle-reserved", "reservation-cancelled");
    }

    @Test
    void a_driver_who_does_not_come_has_half_an_hour() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        Person support = system.support();
        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer early = support.stepFor(reserved, "no-show", Map.of()).expect(409);
        assertThat(early.code()).isEqualTo("no-show-too-early");

        system.hourglass().pass(vehicle, HALF_AN_HOUR);
        driver.step(reserved, "no-show", Person.REASON).mustBe(403);
        Answer marked = support.stepFor(reserved, "no-show", Map.of()).expect(200);
        assertThat(marked.body().path("status").asText()).isEqualTo("NO_SHOW");
        colleague.reserve(vehicle, Slot.ahead(Duration.ZERO, HALF_AN_HOUR)).mustBe(201);
        system.events().mustTell(reserved.id(), "vehicle-reserved", "driver-did-not-show");
    }

    @Test
    void a_sweep_by_hand_finds_drivers_who_did_not_come() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        Answer later = colleague.reserve(vehicle, Slot.hourIn(48)).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(24).plus(HALF_AN_HOUR));

        system.support().api().post("/sweeps/no-shows", null).mustBe(403);
        Answer report = system.operator().api().post("/sweeps/no-shows", null).expect(200);
        assertThat(report.body().path("changed").asInt()).isPositive();
        assertThat(report.body().path("failed").asInt()).isZero();
        assertThat(driver.look(reserved).body().path("status").asText()).isEqualTo("NO_SHOW");
        assertThat(colleague.look(later).body().path("status").asText()).isEqualTo("RESERVED");
        assertThat(system.operator()
                        .api()
                        .post("/sweeps/no-shows", null)
                        .expect(200)
                        .body()
                        .path("changed")
                        .asInt())
                .isZero();
    }
}
