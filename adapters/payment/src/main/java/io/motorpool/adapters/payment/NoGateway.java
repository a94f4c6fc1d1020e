package io.motorpool.adapters.payment;

import io.motorpool.application.payment.PaymentGateway;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayRequest;
import io.smallrye.mutiny.Uni;

/** Where no gateway is set up nothing is declined, and what is due stays due until there is one. */
final class NoGateway implements PaymentGateway {

    @Override
    public Uni<GatewayAnswer> ask(GatewayRequest request, CardToken token) {
        return Uni.createFrom().item(new GatewayAnswer.Unclear());
    }
}
