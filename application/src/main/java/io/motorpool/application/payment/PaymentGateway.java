package io.motorpool.application.payment;

import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayRequest;
import io.smallrye.mutiny.Uni;

/**
 * Where money comes from. Each request is carried out once per payment, however often it is sent and whatever got lost on
 * the way: a repeated one is answered with what became of the first. No answer, or one that cannot be relied on, is {@link
 * GatewayAnswer.Unclear}, never a failure.
 */
public interface PaymentGateway {

    /** @param token the card that the payment is by */
    Uni<GatewayAnswer> ask(GatewayRequest request, CardToken token);
}
