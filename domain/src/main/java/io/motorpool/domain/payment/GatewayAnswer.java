package io.motorpool.domain.payment;

/** What the gateway said to a request, or that it said nothing that could be relied on. */
public sealed interface GatewayAnswer {

    /** The card bears it. */
    record Held(GatewayReference reference) implements GatewayAnswer {}

    record Taken() implements GatewayAnswer {}

    record Released() implements GatewayAnswer {}

    record Refused(DeclineReason reason) implements GatewayAnswer {}

    /** It may have been done or not: the same request, under the same id, tells. */
    record Unclear() implements GatewayAnswer {}
}
