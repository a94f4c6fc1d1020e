package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.gateway.CardKind;
import io.motorpool.sandbox.gateway.Entry;
import io.motorpool.sandbox.gateway.Entry.Standing;
import io.motorpool.sandbox.gateway.PaymentGateway;
import io.motorpool.sandbox.standin.Fault;
import io.motorpool.sandbox.standin.Switchboard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who pays with what, and what the gateway holds of it in the end. */
@EndToEnd
class PayingIT {

    private static final Duration UNTIL_IT_IS_ASKED_AGAIN = Duration.ofMinutes(5);

    private final RunningSystem system;

    PayingIT(RunningSystem system) {
        this.system = system;
    }

    @AfterEach
    void calm() {
        weather().calm();
    }

    @Test
    void a_company_that_is_billed_later_owes_what_its_people_reserve_and_what_they_are_late() {
        ClientCompany company = system.newCompany("POSTPAID");
        Person driver = company.newMember();
        UUID vehicle = company.newVehicle();
        assertThat(options(driver)).isEqualTo("cards=0 postpaid=true policy=POSTPAID whyNot=");

        Answer reserved = driver.reserve(vehicle, Slot.hourIn(0)).expect(201);
        assertThat(owed(company)).isEqualTo(3_000);
        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
        system.hourglass().pass(vehicle, Duration.ofMinutes(95));
        driver.step(driver.look(started), "return", Map.of("odometerKm", 10_010))
                .mustBe(200);

        assertThat(payments(driver, reserved)).first().asString().isEqualTo("RESERVATION 3000 ON_LEDGER");
        assertThat(payments(driver, reserved)).last().asString().startsWith("LATE_RETURN ");
        assertThat(owed(company)).isGreaterThan(3_000);
        JsonNode ledger = company.admin()
                .get("/companies/" + company.id() + "/ledger")
                .expect(200)
                .body();
        assertThat(ledger.path("items")).hasSize(2);
        assertThat(driver.get("/companies/" + company.id() + "/ledger").status())
                .isEqualTo(403);
        assertThat(entriesOf(driver, reserved)).as("no card was asked").isEmpty();
    }

    @Test
    void what_is_called_off_before_it_begins_is_owed_no_more() {
        ClientCompany company = system.newCompany("POSTPAID");
        Person driver = company.newMember();
        Answer reserved = driver.reserve(company.newVehicle(), Slot.hourIn(24)).expect(201);

        driver.step(reserved, "cancellation", Map.of()).mustBe(200);

        assertThat(owed(company)).isZero();
        assertThat(payments(driver, reserved)).containsExactly("RESERVATION 3000 REVERSED");
    }

    @Test
    void without_its_card_a_company_that_pays_by_it_reserves_nothing_and_with_it_pays_with_nothing_else() {
        ClientCompany company = system.newCompany("REPRESENTATIVE_CARD");
        Person driver = company.newMember();
        UUID vehicle = company.newVehicle();
        assertThat(options(driver))
                .isEqualTo("cards=0 postpaid=false policy=REPRESENTATIVE_CARD whyNot=representative-card-unavailable");
        assertThat(code(driver.reserve(vehicle, Slot.hourIn(24)))).isEqualTo("409 representative-card-unavailable");

        UUID card = addCard(company, CardKind.GOOD);
        UUID own = driver.api().post("/cards", card(CardKind.GOOD)).expect(201).id();
        assertThat(options(driver)).isEqualTo("cards=1 postpaid=false policy=REPRESENTATIVE_CARD whyNot=");
        assertThat(code(driver.reserve(vehicle, Slot.hourIn(24), paying(own, "REPRESENTATIVE_CARD"))))
                .isEqualTo("422 instrument-not-allowed");
        assertThat(code(driver.reserve(vehicle, Slot.hourIn(24), paying(card, "MEMBER_CARD"))))
                .isEqualTo("409 payment-policy-changed");
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(24), paying(card, "REPRESENTATIVE_CARD"))
                .expect(201);

        ask();
        assertThat(entriesOf(driver, reserved)).containsExactly("3000 AUTHORISED");
        driver.step(reserved, "cancellation", Map.of()).mustBe(200);
        ask();
        assertThat(entriesOf(driver, reserved)).containsExactly("3000 VOIDED");
        assertThat(payments(driver, reserved)).containsExactly("RESERVATION 3000 VOIDED");
    }

    @Test
    void a_guessed_card_is_no_card_whoever_it_belongs_to() {
        ClientCompany company = system.newCompany("MEMBER_CARD");
        ClientCompany other = system.newCompany("REPRESENTATIVE_CARD");
        Person driver = company.newMember();
        UUID vehicle = company.newVehicle();
        UUID theirs = addCard(other, CardKind.GOOD);
        UUID colleagues = company.newMember()
                .api()
                .post("/cards", card(CardKind.GOOD))
                .expect(201)
                .id();

        for (UUID guessed : List.of(theirs, colleagues, UUID.randomUUID())) {
            assertThat(code(driver.reserve(vehicle, Slot.hourIn(24), Map.of("card", guessed.toString()))))
                    .isEqualTo("404 not-found");
            assertThat(code(driver.api().send("DELETE", "/cards/" + guessed, null)))
                    .isEqualTo("404 not-found");
        }
    }

    @Test
    void money_is_taken_once_when_the_use_is_over_however_often_answers_get_lost() {
        ClientCompany company = system.newCompany("REPRESENTATIVE_CARD");
        UUID _ = addCard(company, CardKind.GOOD);
        Person driver = company.newMember();
        Answer reserved = driver.reserve(company.newVehicle(), Slot.hourIn(0)).expect(201);
        weather().next(new Fault.LosesAnswer(), 2);
        untilPaymentsAre(driver, reserved, "RESERVATION 3000 AUTHORISED");

        Answer started =
                driver.step(reserved, "start", Map.of("odometerKm", 10_000)).expect(200);
        driver.step(started, "return", Map.of("odometerKm", 10_001)).mustBe(200);
        weather().next(new Fault.FailsAfterwards(), 2);
        untilPaymentsAre(driver, reserved, "RESERVATION 3000 CAPTURED");

        assertThat(entriesOf(driver, reserved)).containsExactly("3000 CAPTURED");
        system.eventsOf("payment").mustTell(reserved.id(), "fee-charged", "payment-authorised", "payment-captured");
    }

    @Test
    void a_card_that_is_declined_keeps_the_vehicle_until_support_has_tried_another() {
        ClientCompany company = system.newCompany("REPRESENTATIVE_CARD");
        UUID _ = addCard(company, CardKind.DECLINES);
        Person driver = company.newMember();
        Answer reserved = driver.reserve(company.newVehicle(), Slot.hourIn(0)).expect(201);
        ask();
        assertThat(payments(driver, reserved)).containsExactly("RESERVATION 3000 DECLINED");

        assertThat(code(driver.step(reserved, "start", Map.of("odometerKm", 10_000))))
                .isEqualTo("409 payment-outstanding");
        JsonNode declined = account(driver, reserved).path(0);
        Answer again = system.support()
                .api()
                .post(
                        "/reservations/" + reserved.id() + "/payment-retries",
                        Person.with(
                                Person.REASON,
                                Map.of("payment", declined.path("id").asText())),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());

        again.mustBe(201);
        driver.step(reserved, "start", Map.of("odometerKm", 10_000)).mustBe(200);
    }

    @Test
    void support_charges_once_with_what_it_was_booked_with() {
        ClientCompany company = system.newCompany("POSTPAID");
        Person driver = company.newMember();
        Answer reserved = driver.reserve(company.newVehicle(), Slot.hourIn(24)).expect(201);
        Person support = system.support();
        String key = UUID.randomUUID().toString();
        Map<String, Object> charge = Person.with(Person.REASON, Map.of("won", 20_000));
        String path = "/reservations/" + reserved.id() + "/charges";

        Answer first = support.api().post(path, charge, "Idempotency-Key", key).expect(201);
        Answer again = support.api().post(path, charge, "Idempotency-Key", key).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(payments(driver, reserved))
                .containsExactly("RESERVATION 3000 ON_LEDGER", "SUPPORT_CHARGE 20000 ON_LEDGER");
        assertThat(owed(company)).isEqualTo(23_000);
        assertThat(code(support.api()
                        .post(path, Person.with(charge, Map.of("won", 500_001)), "Idempotency-Key", "another")))
                .isEqualTo("422 charge-too-high");
        assertThat(code(driver.api().post(path, charge, "Idempotency-Key", "drivers")))
                .isEqualTo("403 not-permitted");
    }

    @Test
    void nothing_tells_what_a_card_could_be_charged_with() {
        ClientCompany company = system.newCompany("REPRESENTATIVE_CARD");
        String token = gateway().newCard(CardKind.GOOD);
        Answer added = company.admin()
                .api()
                .post("/companies/" + company.id() + "/cards", card(token))
                .expect(201);
        Person driver = company.newMember();
        Answer reserved = driver.reserve(company.newVehicle(), Slot.hourIn(24)).expect(201);
        ask();

        assertThat(added.body().toString()
                        + driver.get("/payment-options").body()
                        + account(driver, reserved)
                        + system.auditor()
                                .get("/companies/" + company.id() + "/audit?limit=100")
                                .body())
                .doesNotContain(token);
    }

    private Switchboard weather() {
        return system.parts().gateway().switchboard();
    }

    private PaymentGateway gateway() {
        return system.parts().gateway().service();
    }

    private UUID addCard(ClientCompany company, CardKind kind) {
        return company.admin()
                .api()
                .post("/companies/" + company.id() + "/cards", card(kind))
                .expect(201)
                .id();
    }

    private Map<String, Object> card(CardKind kind) {
        return card(gateway().newCard(kind));
    }

    private static Map<String, Object> card(String token) {
        return Map.of("token", token, "brand", "BC", "lastFour", "4242", "expiry", "2030-12");
    }

    private static Map<String, Object> paying(UUID card, String policy) {
        return Map.of("card", card.toString(), "billingPolicy", policy);
    }

    /** What a timer does elsewhere. */
    private void ask() {
        system.operator().api().post("/sweeps/payments", null).mustBe(200);
    }

    private void untilPaymentsAre(Person by, Answer reserved, String wanted) {
        List<String> seen = Eventually.of(
                () -> {
                    system.hourglass().passForPayments(reserved.id(), UNTIL_IT_IS_ASKED_AGAIN);
                    ask();
                    return payments(by, reserved);
                },
                List.of(wanted)::equals);
        assertThat(seen).containsExactly(wanted);
    }

    private static String options(Person by) {
        JsonNode options = by.get("/payment-options").expect(200).body();
        return "cards=%d postpaid=%s policy=%s whyNot=%s"
                .formatted(
                        options.path("cards").size(),
                        options.path("postpaid").asText(),
                        options.path("billingPolicy").asText(),
                        options.at("/whyNot/code").asText());
    }

    private static long owed(ClientCompany company) {
        return company.admin()
                .get("/companies/" + company.id() + "/ledger-balance")
                .expect(200)
                .body()
                .path("won")
                .asLong();
    }

    private static JsonNode account(Person by, Answer reserved) {
        return by.get("/reservations/" + reserved.id() + "/account")
                .expect(200)
                .body()
                .path("payments");
    }

    private static List<String> payments(Person by, Answer reserved) {
        return account(by, reserved)
                .valueStream()
                .map(payment -> "%s %d %s"
                        .formatted(
                                payment.path("kind").asText(),
                                payment.path("won").asLong(),
                                payment.path("status").asText()))
                .toList();
    }

    /** What the gateway's own books say of the reservation's payments. */
    private List<String> entriesOf(Person by, Answer reserved) {
        List<String> payments = account(by, reserved).findValuesAsText("id");
        return gateway().books().stream()
                .filter(entry -> payments.contains(entry.reference()))
                .map(PayingIT::standing)
                .toList();
    }

    private static String standing(Entry entry) {
        Standing standing = entry.standing();
        return entry.won() + " " + standing;
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.code();
    }
}
