package io.motorpool.domain.settlement;

import java.util.UUID;

/** Names a settlement. */
public record SettlementId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
