package io.motorpool.domain.shared;

import java.util.UUID;

/** Names one entry of a vehicle's schedule. */
public record OccupancyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
