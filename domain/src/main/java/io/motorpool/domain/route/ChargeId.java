package io.motorpool.domain.route;

import java.util.UUID;

/** Names a record of what a run cost. */
public record ChargeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
