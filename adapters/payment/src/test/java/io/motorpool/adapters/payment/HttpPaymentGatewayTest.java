package io.motorpool.adapters.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.payment.PaymentGateway;
import io.motorpool.application.payment.PaymentGatewayContract;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Money;
import io.motorpool.sandbox.gateway.CardKind;
import io.motorpool.sandbox.gateway.Entry;
import io.motorpool.sandbox.standin.Fault;
import io.motorpool.sandbox.standin.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpPaymentGatewayTest implements PaymentGatewayContract {

    private static final StandIn<io.motorpool.sandbox.gateway.PaymentGateway> STAND_IN =
            io.motorpool.sandbox.gateway.PaymentGateway.temporary();

    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private GatewayClient client = GatewayForTests.client(STAND_IN);

    @BeforeAll
    static void start() {
        STAND_IN.start();
    }

    @AfterAll
    static void end() {
        STAND_IN.close();
    }

    @AfterEach
    void calm() {
        client.close();
        STAND_IN.switchboard().calm();
        STAND_IN.start();
    }

    @Override
    public PaymentGateway gateway() {
        return new HttpPaymentGateway(client);
    }

    /** The same every time, as a payment's card is. */
    @Override
    public CardToken aGoodCard() {
        return good;
    }

    @Override
    public CardToken aBadCard() {
        return bad;
    }

    private final CardToken good = card(CardKind.GOOD);
    private final CardToken bad = card(CardKind.DECLINES);

    private static CardToken card(CardKind kind) {
        STAND_IN.start();
        return new CardToken(STAND_IN.service().newCard(kind));
    }

    @Override
    public void loseAnswers() {
        STAND_IN.switchboard().always(new Fault.LosesAnswer());
    }

    @Override
    public void calmDown() {
        STAND_IN.switchboard().calm();
    }

    @Override
    public int timesTaken(PaymentId of) {
        return (int) entries(of).stream()
                .filter(entry -> entry.standing() == Entry.Standing.CAPTURED)
                .count();
    }

    @Test
    void whatever_happens_on_the_way_is_an_answer_and_money_is_held_once() {
        STAND_IN.switchboard().next(new Fault.BreaksOff());
        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
        STAND_IN.switchboard().next(new Fault.Refuses(503));
        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
        STAND_IN.switchboard().next(new Fault.FailsAfterwards());
        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
        STAND_IN.switchboard().next(new Fault.TakesLong(Duration.ofMillis(1_300)));
        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
        STAND_IN.stop();
        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());

        STAND_IN.start();
        assertThat(hold(good)).isInstanceOf(GatewayAnswer.Held.class);
        assertThat(entries(payment)).hasSize(1);
    }

    @Test
    void a_card_that_the_gateway_does_not_know_is_declined() {
        assertThat(hold(new CardToken("tok_guessed"))).isEqualTo(new GatewayAnswer.Refused(DeclineReason.UNKNOWN_CARD));
    }

    @Test
    void a_bank_that_does_not_pay_in_the_end_has_declined() {
        assertThat(take(held(card(CardKind.DECLINES_CAPTURE))))
                .isEqualTo(new GatewayAnswer.Refused(DeclineReason.BY_ISSUER));
    }

    @Test
    void what_ran_out_is_not_taken_and_need_not_be_let_go() {
        GatewayReference held = held(good);
        STAND_IN.service().expire(payment.toString());

        assertThat(take(held)).isEqualTo(new GatewayAnswer.Refused(DeclineReason.BY_ISSUER));
        assertThat(release(held)).isEqualTo(new GatewayAnswer.Released());
    }

    @Test
    void what_was_taken_is_not_said_to_be_let_go() {
        GatewayReference held = held(good);
        assertThat(take(held)).isEqualTo(new GatewayAnswer.Taken());

        assertThat(release(held)).isEqualTo(new GatewayAnswer.Unclear());
    }

    @Test
    void a_request_under_the_same_key_with_another_amount_is_not_clear() {
        assertThat(hold(good)).isInstanceOf(GatewayAnswer.Held.class);

        assertThat(ask(new GatewayRequest.Hold(payment, new InstrumentId(new UUID(0, 1)), Money.won(3_001)), good))
                .isEqualTo(new GatewayAnswer.Unclear());
        assertThat(entries(payment)).singleElement().extracting(Entry::won).isEqualTo(3_000L);
    }

    @Test
    void nobody_is_asked_any_more_who_fails_whatever_they_are_asked() {
        STAND_IN.switchboard().always(new Fault.Refuses(500));
        for (int i = 0; i < 40; i++) {
            assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
        }
        int asked = STAND_IN.switchboard().changes();

        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
        assertThat(STAND_IN.switchboard().changes()).isEqualTo(asked);
    }

    @Test
    void with_the_wrong_secret_nothing_is_clear() {
        client.close();
        client = GatewayForTests.client(STAND_IN.url(), "guessed");

        assertThat(hold(good)).isEqualTo(new GatewayAnswer.Unclear());
    }

    private GatewayAnswer ask(GatewayRequest request, CardToken token) {
        return gateway().ask(request, token).await().indefinitely();
    }

    private GatewayAnswer hold(CardToken token) {
        return ask(new GatewayRequest.Hold(payment, new InstrumentId(new UUID(0, 1)), Money.won(3_000)), token);
    }

    private GatewayReference held(CardToken token) {
        return switch (hold(token)) {
            case GatewayAnswer.Held(var reference) -> reference;
            case GatewayAnswer other -> throw new AssertionError("not held: " + other);
        };
    }

    private GatewayAnswer take(GatewayReference held) {
        return ask(new GatewayRequest.Take(payment, held, Money.won(3_000)), good);
    }

    private GatewayAnswer release(GatewayReference held) {
        return ask(new GatewayRequest.Release(payment, held), good);
    }

    private static List<Entry> entries(PaymentId of) {
        return STAND_IN.service().books().stream()
                .filter(entry -> entry.reference().equals(of.toString()))
                .toList();
    }
}
