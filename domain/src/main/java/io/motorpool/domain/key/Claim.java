package io.motorpool.domain.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a vehicle's key next.
 *
 * @param grant how their grant will be called
 * @param reading what the dashboard showed; absent until the vehicle says so when it gives up the key before
 */
public record Claim(
        KeyGrantId grant,
        ReservationId reservation,
        UserId holder,
        @Nullable Odometer reading) {

    KeyGrant.Open opened(Odometer from, Instant now) {
        return new KeyGrant.Open(grant, reservation, holder, from, now);
    }
}
