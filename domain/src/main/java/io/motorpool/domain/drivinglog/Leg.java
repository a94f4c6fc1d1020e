package io.motorpool.domain.drivinglog;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One driver's part of a reservation, from taking the key over to giving it up.
 *
 * @param after absent when nobody could look at the dashboard
 */
public record Leg(
        UserId driver,
        Instant departedAt,
        Instant arrivedAt,
        Odometer before,
        @Nullable Odometer after) {

    public Leg {
        if (arrivedAt.isBefore(departedAt)) {
            throw new IllegalArgumentException("arrived at %s before leaving at %s".formatted(arrivedAt, departedAt));
        }
    }
}
