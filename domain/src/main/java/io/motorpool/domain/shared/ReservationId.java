package io.motorpool.domain.shared;

import java.util.UUID;

/** Names a reservation. */
public record ReservationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
