package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The division steps in, always with a reason, and can be asked for it later. */
@EndToEnd
class SupportIT {

    private final RunningSystem system;
    private final Person support;
    private ClientCompany company;
    private Person driver;
    private Person colleague;
    private UUID vehicle;

    SupportIT(RunningSystem system) {
        this.system = system;
        this.support = system.support();
        this.company = system.newCompany();
        this.driver = company.newMember();
        this.colleague = company.newMember("이하은");
        this.vehicle = company.newVehicle();
    }

    @BeforeEach
    void a_company_of_its_own() {
        company = system.newCompany();
        driver = company.newMember();
        colleague = company.newMember("이하은");
        vehicle = company.newVehicle();
    }

    @Test
    void a_return_is_forced_when_the_driver_does_not_return_the_vehicle() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);

        support.step(started, "forced-return", Map.of()).mustBe(400);
        driver.stepFor(started, "forced-return", Map.of()).mustBe(403);
        Answer forced = support.stepFor(started, "forced-return", Map.of()).expect(200);
        assertThat(forced.body().path("status").asText()).isEqualTo("FORCE_RETURNED");
        assertThat(forced.body().has("endOdometerKm")).isFalse();
        assertThat(driver.step(forced, "return", Map.of("odometerKm", 10_010))
                        .expect(409)
                        .code())
                .isEqualTo("not-possible-now");
        List<JsonNode> told = system.events()
                .about(reserved.id(), "vehicle-reserved", "reservation-started", "vehicle-force-returned");
        assertThat(told.getLast().has("odometerKm")).isFalse();
    }

    @Test
    void a_forced_return_takes_a_reading_when_there_is_one() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);

        Answer forced = support.stepFor(started, "forced-return", Map.of("odometerKm", 10_042))
                .expect(200);
        assertThat(forced.body().path("endOdometerKm").asInt()).isEqualTo(10_042);
        assertThat(support.get("/vehicles/" + vehicle)
                        .expect(200)
                        .body()
                        .path("odometerKm")
                        .asInt())
                .isEqualTo(10_042);
    }

    @Test
    void two_reservations_exchange_their_vehicles() {
        UUID other = company.newVehicle();
        Answer mine = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        Answer theirs = colleague.reserve(other, Slot.hourIn(24)).expect(201);

        driver.stepFor(mine, "vehicle-swap", Map.of("with", theirs.id().toString()))
                .mustBe(403);
        Answer swapped = support.stepFor(
                        mine, "vehicle-swap", Map.of("with", theirs.id().toString()))
                .expect(200);
        assertThat(swapped.body().path("vehicle").asText()).isEqualTo(other.toString());
        assertThat(colleague.look(theirs).body().path("vehicle").asText()).isEqualTo(vehicle.toString());
        system.events().mustTell(mine.id(), "vehicle-reserved", "vehicle-changed");
        system.events().mustTell(theirs.id(), "vehicle-reserved", "vehicle-changed");
    }

    @Test
    void a_swap_across_companies_is_refused_as_if_there_were_nothing() {
        Answer mine = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        ClientCompany stranger = system.newCompany();
        Answer theirs = stranger.newMember()
                .reserve(stranger.newVehicle(), Slot.hourIn(24))
                .expect(201);

        support.stepFor(mine, "vehicle-swap", Map.of("with", theirs.id().toString()))
                .mustBe(404);
    }

    @Test
    void a_vehicle_in_the_workshop_is_taken_and_given_back() {
        Slot slot = Slot.hourIn(24);
        Answer blocked = occupy(slot, "MAINTENANCE", false).expect(201);

        Answer refused = driver.reserve(vehicle, slot).expect(409);
        assertThat(refused.code()).isEqualTo("vehicle-taken");
        assertThat(refused.body().path("inTheWay").path("kind").asText()).isEqualTo("MAINTENANCE");
        assertThat(support.get("/vehicles/" + vehicle + "/occupancies" + slot.query())
                        .expect(200)
                        .body()
                        .path("items"))
                .extracting(item -> item.path("id").asText())
                .containsExactly(blocked.id().toString());

        String release = "/occupancies/" + blocked.id() + "/release";
        support.api().post(release, Map.of()).mustBe(400);
        support.api().post(release, Person.REASON).mustBe(200);
        support.api().post(release, Person.REASON).mustBe(404);
        driver.reserve(vehicle, slot).mustBe(201);
        system.events().mustTell(blocked.id(), "vehicle-occupied", "vehicle-released");
    }

    @Test
    void a_block_names_the_reservations_in_its_way() {
        Answer one = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        Answer two = colleague.reserve(vehicle, Slot.hourIn(25)).expect(201);

        Answer refused = occupy(Slot.hourIn(24).longer(Duration.ofHours(1)), "BLOCK", false)
                .expect(409);
        assertThat(refused.code()).isEqualTo("reservations-in-the-way");
        assertThat(refused.body().path("reservations").toString())
                .contains(one.id().toString(), two.id().toString());
        assertThat(driver.look(one).body()).isEqualTo(one.body());
    }

    @Test
    void a_block_moves_the_reservations_in_its_way_to_equal_vehicles() {
        UUID equal = company.newVehicle();
        UUID _ = company.newVehicle(Map.of("model", "Carnival", "seats", 9));
        Slot slot = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, slot).expect(201);

        Answer blocked = occupy(slot, "BLOCK", true).expect(201);
        JsonNode moved = blocked.body().path("relocated");
        assertThat(moved).hasSize(1);
        assertThat(moved.get(0).path("reservation").asText())
                .isEqualTo(reserved.id().toString());
        assertThat(moved.get(0).path("from").asText()).isEqualTo(vehicle.toString());
        assertThat(moved.get(0).path("to").asText()).isEqualTo(equal.toString());
        Answer after = driver.look(reserved);
        assertThat(after.body().path("vehicle").asText()).isEqualTo(equal.toString());
        assertThat(Slot.of(after.body())).isEqualTo(slot);
        system.events().mustTell(reserved.id(), "vehicle-reserved", "vehicle-changed");
        system.events().mustTell(blocked.id(), "vehicle-occupied");
    }

    @Test
    void a_block_moves_all_or_none() {
        UUID equal = company.newVehicle();
        Answer one = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        Answer two = colleague.reserve(vehicle, Slot.hourIn(25)).expect(201);
        company.newMember().reserve(equal, Slot.hourIn(25)).mustBe(201);

        Answer refused = occupy(Slot.hourIn(24).longer(Duration.ofHours(1)), "BLOCK", true)
                .expect(409);
        assertThat(refused.code()).isEqualTo("not-relocatable");
        assertThat(refused.body().path("reservations").toString())
                .contains(two.id().toString());
        assertThat(driver.look(one).body()).isEqualTo(one.body());
        assertThat(colleague.look(two).body()).isEqualTo(two.body());
    }

    @Test
    void members_do_not_block_vehicles() {
        driver.occupy(vehicle, Slot.hourIn(24), "BLOCK", false).mustBe(403);
        company.admin().occupy(vehicle, Slot.hourIn(24), "BLOCK", false).mustBe(403);
    }

    @Test
    void a_vehicle_is_blocked_as_it_was_seen() {
        String seen = support.get("/vehicles/" + vehicle).expect(200).etag();
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(24));
        driver.step(reserved, "start", Map.of("odometerKm", 10_017)).mustBe(200);

        Answer stale = support.occupy(vehicle, seen, Slot.hourIn(48), "MAINTENANCE", false)
                .expect(412);

        assertThat(stale.code()).isEqualTo("stale-version");
        occupy(Slot.hourIn(48), "MAINTENANCE", false).mustBe(201);
    }

    @Test
    void notes_are_written_down_for_support_alone() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        String notes = "/reservations/" + reserved.id() + "/notes";

        support.stepFor(reserved, "notes", Map.of("text", "asked for a child seat"))
                .mustBe(201);
        support.stepFor(reserved, "notes", Map.of("text", "child seat is in")).mustBe(201);
        support.step(reserved, "notes", Map.of("text", "without a reason")).mustBe(400);
        driver.stepFor(reserved, "notes", Map.of("text", "mine")).mustBe(403);
        assertThat(support.get(notes).expect(200).body().path("items"))
                .extracting(item -> item.path("text").asText())
                .containsExactly("child seat is in", "asked for a child seat");
        driver.get(notes).mustBe(403);
        assertThat(driver.look(reserved).etag()).isEqualTo(reserved.etag());
        system.events().mustTell(reserved.id(), "vehicle-reserved", "reservation-annotated", "reservation-annotated");
    }

    @Test
    void a_note_is_about_the_reservation_as_it_was_seen() {
        Answer seen = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        driver.reschedule(seen, Slot.hourIn(25)).mustBe(200);

        assertThat(support.stepFor(seen, "notes", Map.of("text", "agreed on the hour"))
                        .expect(412)
                        .code())
                .isEqualTo("stale-version");
        assertThat(support.get("/reservations/" + seen.id() + "/notes")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
        support.stepFor(driver.look(seen), "notes", Map.of("text", "agreed on the hour"))
                .mustBe(201);
    }

    @Test
    void the_audit_trail_tells_who_did_what_why_and_what_was_before() {
        Slot slot = Slot.hourIn(24);
        Answer reserved = driver.reserve(vehicle, slot).expect(201);
        Answer moved = support.api()
                .put(
                        "/reservations/" + reserved.id() + "/period",
                        Person.with(
                                Person.REASON,
                                Map.of(
                                        "start", slot.next().start().toString(),
                                        "end", slot.next().end().toString())),
                        "If-Match",
                        reserved.etag())
                .expect(200);
        driver.step(moved, "cancellation", Map.of()).mustBe(200);

        String trail = "/companies/" + company.id() + "/audit?subject=" + reserved.id();
        List<JsonNode> entries = items(system.auditor().get(trail));
        assertThat(entries)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("cancel-reservation", "reschedule-reservation", "reserve-vehicle");
        JsonNode rescheduled = entries.get(1);
        assertThat(rescheduled.path("actor").asText()).isEqualTo(support.user().toString());
        assertThat(rescheduled.path("role").asText()).isEqualTo("SUPPORT_AGENT");
        assertThat(rescheduled.path("reason").path("code").asText()).isEqualTo("DRIVER_REQUEST");
        assertThat(rescheduled.path("reason").path("note").asText()).isEqualTo("called the hotline");
        assertThat(Slot.of(rescheduled.path("before"))).isEqualTo(slot);
        assertThat(Slot.of(rescheduled.path("after"))).isEqualTo(slot.next());
        JsonNode cancelled = entries.getFirst();
        assertThat(cancelled.path("actor").asText()).isEqualTo(driver.user().toString());
        assertThat(cancelled.path("role").asText()).isEqualTo("MEMBER");
        assertThat(cancelled.has("reason")).isFalse();
        assertThat(cancelled.path("after").path("status").asText()).isEqualTo("CANCELLED");

        assertThat(items(company.admin().get(trail))).isEqualTo(entries);
        driver.get(trail).mustBe(403);
        system.newCompany().admin().get(trail).mustBe(404);
    }

    @Test
    void what_a_timer_or_a_hand_swept_is_in_the_audit_trail_with_its_actor() {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24)).expect(201);
        system.hourglass().pass(vehicle, Duration.ofHours(25));
        Person operator = system.operator();
        operator.api().post("/sweeps/no-shows", null).mustBe(200);

        JsonNode entry = items(support.get("/companies/" + company.id() + "/audit?subject=" + reserved.id()))
                .getFirst();
        assertThat(entry.path("action").asText()).isEqualTo("mark-no-show");
        assertThat(entry.path("actor").asText()).isEqualTo(operator.user().toString());
        assertThat(entry.path("reason").path("code").asText()).isEqualTo("TIMER");
    }

    private Answer occupy(Slot slot, String cause, boolean relocate) {
        return support.occupy(vehicle, slot, cause, relocate);
    }

    private static List<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.expect(200).body().path("items").spliterator(), false)
                .toList();
    }
}
