package io.motorpool.domain.shared;

import java.util.UUID;

/** Names a virtual zone. */
public record ZoneId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
