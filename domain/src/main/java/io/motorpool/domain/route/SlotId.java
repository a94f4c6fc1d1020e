package io.motorpool.domain.route;

import java.util.UUID;

/** Names a slot of a route. */
public record SlotId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
