package io.motorpool.domain.key;

import java.util.UUID;

/** Names one grant of a vehicle's key. */
public record KeyGrantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
