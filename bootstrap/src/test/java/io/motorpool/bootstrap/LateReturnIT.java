package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vehicle is not back in time, and somebody waits for it. */
@EndToEnd
class LateReturnIT {

    private final RunningSystem system;
    private final ClientCompany company;
    private Person late;
    private Person next;
    private UUID vehicle;

    LateReturnIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.late = company.newMember();
        this.next = company.newMember("이하은");
        this.vehicle = company.newVehicle(10);
    }

    @BeforeEach
    void people_and_a_vehicle_without_plans() {
        late = company.newMember();
        next = company.newMember("이하은");
        vehicle = company.newVehicle(10);
    }

    /** Started, and over by now; the turnaround is running. */
    private Answer overdue(Slot slot) {
        Answer reserved = late.reserve(vehicle, slot).expect(201);
        system.hourglass().pass(vehicle, Duration.between(Slot.now(), slot.start()));
        return late.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
    }

    @Test
    void whoever_comes_next_is_warned_once_and_relieved_when_the_vehicle_is_back() {
        Slot slot = Slot.hourIn(24);
        Answer following =
                next.reserve(vehicle, slot.next().later(Duration.ofMinutes(20))).expect(201);
        Answer started = overdue(slot);
        system.hourglass().pass(vehicle, Duration.ofHours(1));

        Answer report =
                system.operator().api().post("/sweeps/late-returns", null).expect(200);
        assertThat(report.body().path("changed").asInt()).isPositive();
        assertThat(report.body().path("failed").asInt()).isZero();
        Answer overdue = late.look(started);
        assertThat(overdue.body().path("overdue").asBoolean()).isTrue();
        Answer atRisk = next.look(following);
        assertThat(atRisk.body().path("atRisk").asBoolean()).isTrue();
        system.operator().api().post("/sweeps/late-returns", null).mustBe(200);
        assertThat(next.look(following).etag()).isEqualTo(atRisk.etag());

        late.step(overdue, "return", Map.of("odometerKm", 10_100)).mustBe(200);
        Answer relieved = next.look(following);
        assertThat(relieved.body().path("atRisk").asBoolean()).isFalse();
        assertThat(relieved.body().path("status").asText()).isEqualTo("RESERVED");

        List<JsonNode> told = system.events()
                .about(started.id(), "vehicle-reserved", "reservation-started", "return-overdue", "vehicle-returned");
        assertThat(Instant.parse(told.get(2).path("keptUntil").asText())).isAfter(Slot.now());
        system.events().mustTell(following.id(), "vehicle-reserved", "reservation-at-risk", "reservation-risk-cleared");
    }

    @Test
    void whoever_gets_in_line_behind_a_late_vehicle_is_warned_with_the_reservation() {
        Answer started = overdue(Slot.hourIn(24));
        system.hourglass().pass(vehicle, Duration.ofHours(1));

        Answer newcomer = next.reserve(vehicle, Slot.ahead(Duration.ofMinutes(50), Duration.ofMinutes(30)))
                .expect(201);

        assertThat(newcomer.body().path("atRisk").asBoolean()).isTrue();
        assertThat(next.look(newcomer).etag()).isEqualTo(newcomer.etag());
        system.events().mustTell(newcomer.id(), "vehicle-reserved", "reservation-at-risk");
        late.step(late.look(started), "return", Map.of("odometerKm", 10_050)).mustBe(200);
        assertThat(next.look(newcomer).body().path("atRisk").asBoolean()).isFalse();
    }

    @Test
    void support_records_it_by_hand() {
        Answer started = overdue(Slot.hourIn(24));
        Person support = system.support();
        assertThat(support.stepFor(started, "late-return", Map.of()).expect(409).code())
                .isEqualTo("not-overdue");

        system.hourglass().pass(vehicle, Duration.ofHours(1));
        late.step(started, "late-return", Person.REASON).mustBe(403);
        Answer overdue = support.stepFor(started, "late-return", Map.of()).expect(200);
        assertThat(overdue.body().path("overdue").asBoolean()).isTrue();
        assertThat(overdue.etag()).isNotEqualTo(started.etag());
    }

    @Test
    void a_late_vehicle_keeps_its_place_while_it_is_out() {
        Answer started = overdue(Slot.hourIn(24));
        system.hourglass().pass(vehicle, Duration.ofHours(1));
        system.support().stepFor(started, "late-return", Map.of()).mustBe(200);

        Answer refused = next.reserve(vehicle, Slot.ahead(Duration.ZERO, Duration.ofMinutes(30)))
                .expect(409);
        assertThat(refused.code()).isEqualTo("vehicle-taken");
        assertThat(refused.body().path("inTheWay").path("kind").asText()).isEqualTo("RESERVATION");
    }

    @Test
    void the_next_driver_cannot_start_while_the_vehicle_is_out_and_is_no_no_show() {
        Slot slot = Slot.hourIn(24);
        Answer following =
                next.reserve(vehicle, slot.next().later(Duration.ofMinutes(10))).expect(201);
        Answer started = overdue(slot);
        system.hourglass().pass(vehicle, Duration.ofMinutes(110));
        system.operator().api().post("/sweeps/late-returns", null).mustBe(200);

        Answer waiting = next.look(following);
        assertThat(waiting.body().path("atRisk").asBoolean()).isTrue();
        assertThat(next.step(waiting, "start", Map.of("odometerKm", 10_100))
                        .expect(409)
                        .code())
                .isEqualTo("vehicle-still-out");
        system.operator().api().post("/sweeps/no-shows", null).mustBe(200);
        assertThat(next.look(following).body().path("status").asText()).isEqualTo("RESERVED");

        late.step(late.look(started), "return", Map.of("odometerKm", 10_100)).mustBe(200);
        next.step(next.look(following), "start", Map.of("odometerKm", 10_100)).mustBe(200);
    }

    @Test
    void an_extension_in_time_for_the_next_one_ends_the_lateness() {
        Slot slot = Slot.hourIn(24);
        Answer following =
                next.reserve(vehicle, slot.next().later(Duration.ofHours(2))).expect(201);
        Answer started = overdue(slot);
        system.hourglass().pass(vehicle, Duration.ofMinutes(70));
        Answer overdue =
                system.support().stepFor(started, "late-return", Map.of()).expect(200);
        assertThat(next.look(following).body().path("atRisk").asBoolean()).isTrue();

        Slot running = Slot.of(overdue.body());
        Answer extended =
                late.reschedule(overdue, running.longer(Duration.ofHours(1))).expect(200);
        assertThat(extended.body().path("overdue").asBoolean()).isFalse();
        assertThat(next.look(following).body().path("atRisk").asBoolean()).isFalse();
    }
}
