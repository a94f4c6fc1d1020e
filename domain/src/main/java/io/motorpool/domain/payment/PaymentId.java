package io.motorpool.domain.payment;

import java.util.UUID;

/** Names one payment; to the gateway, the key by which a request that is sent twice is carried out once. */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
