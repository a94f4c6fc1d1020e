package io.motorpool.domain.identity;

import java.util.UUID;

/** Names the ring on which the issuer keeps its signing keys. */
public record KeyRingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
