package io.motorpool.domain.payment;

import io.motorpool.domain.shared.Money;

/** What the gateway is asked. Each is carried out once per payment, however often it is sent. */
public sealed interface GatewayRequest {

    PaymentId payment();

    /** Whether the card bears the amount; if so, hold it. */
    record Hold(PaymentId payment, InstrumentId card, Money amount) implements GatewayRequest {}

    /** Take what is held. */
    record Take(PaymentId payment, GatewayReference reference, Money amount) implements GatewayRequest {}

    /** Let go what is held. */
    record Release(PaymentId payment, GatewayReference reference) implements GatewayRequest {}
}
