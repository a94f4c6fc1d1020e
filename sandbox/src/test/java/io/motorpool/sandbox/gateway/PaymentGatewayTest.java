package io.motorpool.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.gateway.Entry.Standing;
import io.motorpool.sandbox.standin.Fault;
import io.motorpool.sandbox.standin.StandIn;
import io.motorpool.sandbox.standin.StandInCaller;
import io.motorpool.sandbox.standin.StandInCaller.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in charges once per key, twice for two, and its books tell. */
class PaymentGatewayTest {

    @TempDir
    Path folder;

    private StandIn<PaymentGateway> standIn = PaymentGateway.temporary();
    private StandInCaller caller = new StandInCaller(standIn);

    @BeforeEach
    void start() {
        standIn = PaymentGateway.in(folder, 0);
        standIn.start();
        caller = new StandInCaller(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void what_is_repeated_under_its_key_is_answered_like_the_first_time() {
        String card = standIn.service().newCard(CardKind.GOOD);

        Answer first = authorise("k1", card, 3_000);
        Answer again = authorise("k1", card, 3_000);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(standIn.service().books()).hasSize(1);
    }

    @Test
    void somebody_who_loses_count_of_their_keys_is_charged_twice() {
        String card = standIn.service().newCard(CardKind.GOOD);

        assertThat(authorise("k1", card, 3_000).status()).isEqualTo(201);
        assertThat(authorise("k2", card, 3_000).status()).isEqualTo(201);

        assertThat(standIn.service().books()).hasSize(2);
    }

    @Test
    void a_key_does_not_mean_two_things_and_nothing_is_done_without_one() {
        String card = standIn.service().newCard(CardKind.GOOD);
        assertThat(authorise("k1", card, 3_000).status()).isEqualTo(201);

        assertThat(authorise("k1", card, 4_000).error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(caller.post("/v1/authorisations", body(card, 4_000), Map.of())
                        .error())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void what_is_held_is_taken_or_let_go_and_then_neither() {
        String card = standIn.service().newCard(CardKind.GOOD);
        String held = authorise("k1", card, 3_000).json().path("id").asText();

        assertThat(capture("k2", held, 3_001).error()).isEqualTo("MORE_THAN_AUTHORISED");
        assertThat(capture("k3", held, 2_500).json().path("status").asText()).isEqualTo("CAPTURED");
        assertThat(capture("k4", held, 2_500).error()).isEqualTo("CAPTURED");
        assertThat(release("k5", held).error()).isEqualTo("CAPTURED");
        assertThat(standIn.service().books())
                .singleElement()
                .extracting(Entry::won, Entry::standing)
                .containsExactly(2_500L, Standing.CAPTURED);
    }

    @Test
    void a_card_declines_at_once_or_in_the_end_and_a_hold_runs_out() {
        assertThat(authorise("k1", standIn.service().newCard(CardKind.DECLINES), 3_000)
                        .status())
                .isEqualTo(402);
        String late = standIn.service().newCard(CardKind.DECLINES_CAPTURE);
        String held = authorise("k2", late, 3_000).json().path("id").asText();
        assertThat(capture("k3", held, 3_000).status()).isEqualTo(402);
        assertThat(authorise("k4", "tok_guessed", 3_000).error()).isEqualTo("UNKNOWN_CARD");

        standIn.service().expire("r1");
        assertThat(capture("k5", held, 3_000).error()).isEqualTo("EXPIRED");
    }

    @Test
    void the_books_and_the_keys_survive_a_restart() {
        String card = standIn.service().newCard(CardKind.GOOD);
        Answer first = authorise("k1", card, 3_000);

        standIn.stop();
        standIn.start();

        assertThat(authorise("k1", card, 3_000)).isEqualTo(first);
        assertThat(standIn.service().books()).hasSize(1);
    }

    @Test
    void faults_happen_when_they_are_switched_on() {
        String card = standIn.service().newCard(CardKind.GOOD);

        standIn.switchboard().next(new Fault.Refuses(503));
        assertThat(authorise("k1", card, 3_000).status()).isEqualTo(503);
        standIn.switchboard().next(new Fault.BreaksOff());
        assertThat(authorise("k1", card, 3_000).status()).isZero();
        assertThat(standIn.service().books()).isEmpty();

        standIn.switchboard().next(new Fault.FailsAfterwards());
        assertThat(authorise("k1", card, 3_000).status()).isEqualTo(500);
        standIn.switchboard().next(new Fault.TakesLong(Duration.ofMillis(50)));
        assertThat(authorise("k1", card, 3_000).status()).isEqualTo(201);
        assertThat(standIn.service().books()).hasSize(1);

        standIn.switchboard().everyOther(new Fault.LosesAnswer());
        assertThat(authorise("k2", card, 1_000).status()).isZero();
        assertThat(authorise("k2", card, 1_000).status()).isEqualTo(201);
        assertThat(standIn.service().books()).hasSize(2);
    }

    @Test
    void faults_are_switched_over_http_too() {
        String card = caller.post("/stand-in/cards", "{\"kind\":\"GOOD\"}", Map.of())
                .json()
                .path("token")
                .asText();
        assertThat(caller.post("/stand-in/faults", "{\"fault\":\"loses-answer\"}", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(authorise("k1", card, 3_000).status()).isZero();

        assertThat(caller.send("DELETE", "/stand-in/faults", "", Map.of()).status())
                .isEqualTo(204);
        assertThat(authorise("k1", card, 3_000).status()).isEqualTo(201);
        assertThat(caller.get("/stand-in/books").json().path("authorisations")).hasSize(1);
    }

    @Test
    void only_whole_won_are_money() {
        String card = standIn.service().newCard(CardKind.GOOD);
        String wrong = body(card, 3_000).replace("3000", "3000.5");

        assertThat(caller.post("/v1/authorisations", wrong, Map.of("Idempotency-Key", "k1"))
                        .error())
                .isEqualTo("INVALID_amount");
        assertThat(authorise("k2", card, 0).error()).isEqualTo("INVALID_amount");
    }

    private static String body(String card, long won) {
        return "{\"reference\":\"r1\",\"card\":\"%s\",\"amount\":{\"value\":%d,\"currency\":\"KRW\"}}"
                .formatted(card, won);
    }

    private Answer authorise(String key, String card, long won) {
        return caller.post("/v1/authorisations", body(card, won), Map.of("Idempotency-Key", key));
    }

    private Answer capture(String key, String id, long won) {
        return caller.post(
                "/v1/authorisations/%s/capture".formatted(id),
                "{\"amount\":{\"value\":%d,\"currency\":\"KRW\"}}".formatted(won),
                Map.of("Idempotency-Key", key));
    }

    private Answer release(String key, String id) {
        return caller.post("/v1/authorisations/%s/void".formatted(id), "", Map.of("Idempotency-Key", key));
    }
}
