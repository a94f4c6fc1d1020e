package io.motorpool.domain.payment;

import io.motorpool.domain.shared.Text;

/** What the gateway calls an authorisation. */
public record GatewayReference(String value) {

    public static final int LONGEST = 100;

    public GatewayReference {
        Text.check("a gateway reference", value, LONGEST);
    }
}
