package io.motorpool.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Money;
import org.junit.jupiter.api.Test;

/** What every gateway keeps, in good weather and in bad. */
public interface PaymentGatewayContract {

    PaymentGateway gateway();

    CardToken aGoodCard();

    CardToken aBadCard();

    /** From now on, whatever the gateway answers is lost. */
    void loseAnswers();

    /** From now on, everything arrives again. */
    void calmDown();

    /** How often money was taken for the payment. */
    int timesTaken(PaymentId payment);

    private GatewayAnswer ask(GatewayRequest request, CardToken token) {
        return gateway().ask(request, token).await().indefinitely();
    }

    private static GatewayRequest.Hold hold(PaymentId payment) {
        return new GatewayRequest.Hold(payment, new InstrumentId(Ids.next()), Money.won(3_000));
    }

    private GatewayReference held(PaymentId payment) {
        return switch (ask(hold(payment), aGoodCard())) {
            case GatewayAnswer.Held(var reference) -> reference;
            case GatewayAnswer other -> throw new AssertionError("not held: " + other);
        };
    }

    @Test
    default void what_is_held_is_taken_once_however_often_it_is_asked_for() {
        var payment = new PaymentId(Ids.next());
        var take = new GatewayRequest.Take(payment, held(payment), Money.won(3_000));

        assertThat(ask(take, aGoodCard())).isEqualTo(new GatewayAnswer.Taken());
        assertThat(ask(take, aGoodCard())).isEqualTo(new GatewayAnswer.Taken());
        assertThat(timesTaken(payment)).isEqualTo(1);
    }

    @Test
    default void a_hold_that_is_repeated_is_the_same_hold() {
        var payment = new PaymentId(Ids.next());

        assertThat(held(payment)).isEqualTo(held(payment));
    }

    @Test
    default void what_is_let_go_is_not_taken() {
        var payment = new PaymentId(Ids.next());
        GatewayReference reference = held(payment);

        assertThat(ask(new GatewayRequest.Release(payment, reference), aGoodCard()))
                .isEqualTo(new GatewayAnswer.Released());
        assertThat(timesTaken(payment)).isZero();
    }

    @Test
    default void a_bad_card_is_refused_and_stays_so_when_it_is_asked_again() {
        var payment = new PaymentId(Ids.next());

        assertThat(ask(hold(payment), aBadCard())).isInstanceOf(GatewayAnswer.Refused.class);
        assertThat(ask(hold(payment), aBadCard())).isInstanceOf(GatewayAnswer.Refused.class);
    }

    @Test
    default void an_answer_that_was_lost_is_given_when_it_is_asked_again() {
        var payment = new PaymentId(Ids.next());
        GatewayReference reference = held(payment);
        var take = new GatewayRequest.Take(payment, reference, Money.won(3_000));
        loseAnswers();

        assertThat(ask(take, aGoodCard())).isEqualTo(new GatewayAnswer.Unclear());
        calmDown();

        assertThat(ask(take, aGoodCard())).isEqualTo(new GatewayAnswer.Taken());
        assertThat(timesTaken(payment)).isEqualTo(1);
    }
}
