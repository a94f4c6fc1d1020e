package io.motorpool.domain.payment;

import java.util.UUID;

/** Names a card that is on file. */
public record InstrumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
