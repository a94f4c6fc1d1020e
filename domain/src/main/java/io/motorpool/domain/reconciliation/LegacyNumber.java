package io.motorpool.domain.reconciliation;

import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Text;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The number under which the legacy system knows a reservation. It stays when the row's primary key changes, so it is what
 * histories are about.
 */
public record LegacyNumber(String value) {

    public static final int LONGEST = 40;

    public LegacyNumber {
        Text.check("a legacy number", value, LONGEST);
    }

    /** The id of its shadow: always the same, and nobody else's. */
    ReservationId shadow() {
        return new ReservationId(UUID.nameUUIDFromBytes(("legacy:" + value).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
