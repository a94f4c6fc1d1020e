package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.telematics.Device;
import io.motorpool.sandbox.telematics.Mood;
import io.motorpool.sandbox.telematics.Telematics;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key on its way, between people, Motorpool and a vehicle that does not always answer. */
@EndToEnd
class HandingOverIT {

    private final RunningSystem system;
    private final ClientCompany company;
    private final Person colleague;
    private UUID vehicle = new UUID(0, 0);
    private UUID trip = new UUID(0, 0);

    HandingOverIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.colleague = company.newMember("최도윤");
    }

    /** Of people of its own, since nobody drives two at once. */
    @BeforeEach
    void a_vehicle_that_is_used_and_knows_its_drivers_key() {
        vehicle = company.newVehicle();
        telematics().drive(vehicle, false, 10_000);
    }

    @Test
    void a_driver_opens_the_vehicle_from_the_start_to_the_return_and_nobody_else_does() {
        Person driver = company.newMember();
        Answer started = started(driver);
        assertThat(operate(driver, "UNLOCK").status())
                .as("the vehicle has not learnt it yet")
                .isEqualTo(409);
        tell();

        operate(driver, "UNLOCK").mustBe(200);
        assertThat(device().doorsLocked()).isFalse();
        operate(driver, "LOCK").mustBe(200);
        assertThat(code(operate(colleague, "UNLOCK"))).isEqualTo("409 key-not-held");
        assertThat(code(operate(driver, "IMMOBILISE"))).isEqualTo("409 key-not-held");
        assertThat(key(driver).path("holder").asText()).isEqualTo(driver.user().toString());

        driver.step(started, "return", Map.of("odometerKm", 10_030)).mustBe(200);
        assertThat(code(operate(driver, "UNLOCK"))).isEqualTo("409 key-not-held");
        tell();
        assertThat(device().people()).isEmpty();
        assertThat(device().mostPeople()).isEqualTo(1);
        assertThat(key(driver).at("/grants/0/untilKm").asInt()).isEqualTo(10_030);
    }

    @Test
    void a_key_is_offered_accepted_and_passes_on_with_the_odometer() {
        Person from = company.newMember();
        Person to = company.newMember();
        givenStarted(from);
        tell();
        telematics().drive(vehicle, false, 10_044);
        UUID handOver = offered(from, to);
        assertThat(key(to).path("handOvers")).as("who is asked can see it").hasSize(1);

        accept(to, handOver).mustBe(200);
        assertThat(code(operate(from, "UNLOCK"))).isEqualTo("409 key-in-transit");
        tell();
        tell();

        assertThat(device().people()).containsExactly(to.user());
        assertThat(device().mostPeople()).as("never two holders").isEqualTo(1);
        operate(to, "UNLOCK").mustBe(200);
        assertThat(code(operate(from, "LOCK"))).isEqualTo("409 key-not-held");
        JsonNode key = key(to);
        assertThat(key.at("/handOvers/0/status").asText()).isEqualTo("KEY_GRANTED");
        assertThat(key.at("/grants/0/untilKm").asInt()).isEqualTo(10_044);
        assertThat(key.at("/grants/1/fromKm").asInt()).isEqualTo(10_044);
        assertThat(to.get("/reservations/" + trip)
                        .expect(200)
                        .body()
                        .path("driver")
                        .asText())
                .isEqualTo(to.user().toString());
        system.eventsOf("key")
                .mustTell(
                        vehicle,
                        "key-grant-opened",
                        "key-offered",
                        "key-offer-accepted",
                        "key-grant-closed",
                        "key-grant-opened");
    }

    @Test
    void an_offer_is_answered_once_and_by_whom_it_concerns() {
        Person from = company.newMember();
        Person to = company.newMember();
        givenStarted(from);
        tell();
        UUID handOver = offered(from, to);

        assertThat(accept(colleague, handOver).status()).isEqualTo(404);
        assertThat(accept(from, handOver).status()).isEqualTo(404);
        assertThat(offer(from, colleague).expect(409).code()).isEqualTo("offer-already-open");
        step(to, handOver, "decline").mustBe(200);
        assertThat(code(accept(to, handOver))).isEqualTo("409 offer-not-open");
        UUID second = offered(from, to);
        step(from, second, "withdrawal").mustBe(200);
        assertThat(code(step(to, second, "decline"))).isEqualTo("409 offer-not-open");
        assertThat(device().people()).containsExactly(from.user());
    }

    @Test
    void a_vehicle_that_moves_or_stands_open_changes_no_hands() {
        Person from = company.newMember();
        givenStarted(from);
        tell();
        telematics().drive(vehicle, true, 10_000);
        assertThat(code(offer(from, colleague))).isEqualTo("409 ignition-on");
        telematics().drive(vehicle, false, 10_000);
        operate(from, "UNLOCK").mustBe(200);
        assertThat(code(offer(from, colleague))).isEqualTo("409 doors-not-locked");
        operate(from, "LOCK").mustBe(200);
        telematics().mood(vehicle, Mood.OFFLINE);
        assertThat(code(offer(from, colleague))).isEqualTo("409 vehicle-not-reachable");
        assertThat(code(operate(from, "UNLOCK"))).isEqualTo("409 vehicle-not-reachable");
        telematics().mood(vehicle, Mood.JAMMED);
        assertThat(code(operate(from, "UNLOCK"))).isEqualTo("409 vehicle-not-reachable");
        telematics().mood(vehicle, Mood.WELL);
        operate(from, "UNLOCK").mustBe(200);
    }

    @Test
    void a_vehicle_that_forgets_and_does_not_learn_leaves_the_key_pending_with_an_alarm_until_it_does() {
        Person from = company.newMember();
        Person to = company.newMember();
        givenStarted(from);
        tell();
        UUID handOver = offered(from, to);
        accept(to, handOver).mustBe(200);
        telematics().mood(vehicle, Mood.LEARNS_NOTHING);
        tell();
        tell();

        assertThat(key(to).at("/handOvers/0/status").asText()).isEqualTo("KEY_PENDING");
        assertThat(device().people()).isEmpty();
        system.eventsOf("key")
                .mustTell(
                        vehicle,
                        "key-grant-opened",
                        "key-offered",
                        "key-offer-accepted",
                        "key-grant-closed",
                        "key-grant-pending");

        telematics().mood(vehicle, Mood.WELL);
        String status = Eventually.of(
                () -> {
                    tell();
                    return key(to).at("/handOvers/0/status").asText();
                },
                "KEY_GRANTED"::equals);
        assertThat(status).isEqualTo("KEY_GRANTED");
        assertThat(device().people()).containsExactly(to.user());
        assertThat(device().mostPeople()).isEqualTo(1);
    }

    @Test
    void support_calls_a_hand_over_off_and_the_key_goes_back() {
        Person from = company.newMember();
        Person to = company.newMember();
        givenStarted(from);
        tell();
        UUID handOver = offered(from, to);
        accept(to, handOver).mustBe(200);

        Answer recalled = system.support().api().post("/hand-overs/" + handOver + "/recall", Person.REASON);
        recalled.mustBe(200);
        assertThat(recalled.body().path("status").asText()).isEqualTo("WITHDRAWN");
        tell();
        tell();
        assertThat(device().people()).containsExactly(from.user());
        assertThat(device().mostPeople()).isEqualTo(1);
        assertThat(from.get("/reservations/" + trip)
                        .expect(200)
                        .body()
                        .path("driver")
                        .asText())
                .isEqualTo(from.user().toString());
    }

    @Test
    void support_immobilises_with_a_reason_and_everybody_can_read_that_it_did() {
        Person driver = company.newMember();
        givenStarted(driver);
        tell();
        Person support = system.support();

        assertThat(code(operate(support, "IMMOBILISE"))).isEqualTo("422 reason-required");
        support.api()
                .post(
                        "/vehicles/" + vehicle + "/operations",
                        Person.with(Person.REASON, Map.of("operation", "IMMOBILISE")))
                .mustBe(200);
        assertThat(device().immobilised()).isTrue();
        assertThat(system.auditor()
                        .get("/companies/" + company.id() + "/audit?subject=" + vehicle)
                        .expect(200)
                        .body()
                        .toString())
                .contains("operate-vehicle", "IMMOBILISE");
    }

    private Telematics telematics() {
        return system.parts().telematics().service();
    }

    private Device device() {
        return telematics().look(vehicle);
    }

    private Answer started(Person driver) {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(0)).expect(201);
        trip = reserved.id();
        return driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
    }

    private void givenStarted(Person driver) {
        Answer _ = started(driver);
    }

    /** What a timer does elsewhere. */
    private void tell() {
        system.operator().api().post("/sweeps/vehicle-keys", null).mustBe(200);
    }

    private Answer operate(Person by, String operation) {
        return by.api().post("/vehicles/" + vehicle + "/operations", Map.of("operation", operation));
    }

    private Answer offer(Person from, Person to) {
        return from.api()
                .post(
                        "/reservations/" + trip + "/hand-overs",
                        Map.of("recipient", to.user().toString()));
    }

    private UUID offered(Person from, Person to) {
        return offer(from, to).expect(201).id();
    }

    private static Answer accept(Person by, UUID handOver) {
        return step(by, handOver, "acceptance");
    }

    private static Answer step(Person by, UUID handOver, String step) {
        return by.api().post("/hand-overs/" + handOver + "/" + step, null);
    }

    private JsonNode key(Person by) {
        return by.get("/reservations/" + trip + "/key").expect(200).body();
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.code();
    }
}
