package io.motorpool.domain.settlement;

import java.util.UUID;

/** Names an extra cost. */
public record ExtraCostId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
