package io.motorpool.application.payment;

import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.PaymentId;

class InMemoryPaymentGatewayTest implements PaymentGatewayContract {

    private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();

    @Override
    public PaymentGateway gateway() {
        return gateway;
    }

    @Override
    public CardToken aGoodCard() {
        return new CardToken("tok_good");
    }

    @Override
    public CardToken aBadCard() {
        var token = new CardToken("tok_bad");
        gateway.goesBad(token);
        return token;
    }

    @Override
    public void loseAnswers() {
        gateway.loseAnswers(true);
    }

    @Override
    public void calmDown() {
        gateway.loseAnswers(false);
    }

    @Override
    public int timesTaken(PaymentId payment) {
        return gateway.taken().containsKey(payment) ? 1 : 0;
    }
}
