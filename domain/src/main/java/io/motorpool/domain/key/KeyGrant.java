package io.motorpool.domain.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's right to open one vehicle for one reservation. Grants follow each other without a gap in the distance, so
 * the driving log can say who drove how far (C6).
 */
public sealed interface KeyGrant {

    KeyGrantId id();

    ReservationId reservation();

    UserId holder();

    /** What the dashboard showed when the right began. */
    Odometer from();

    Instant openedAt();

    /** The holder can open the vehicle. */
    record Open(KeyGrantId id, ReservationId reservation, UserId holder, Odometer from, Instant openedAt)
            implements KeyGrant {

        /** A vehicle that claims to have driven backwards has not driven. */
        Closed close(@Nullable Odometer reading, Instant now) {
            Odometer until = reading != null && reading.isBefore(from) ? from : reading;
            return new Closed(id, reservation, holder, from, openedAt, until, now);
        }
    }

    /**
     * The right is over.
     *
     * @param until what the dashboard showed then; absent when nobody could look at it
     */
    record Closed(
            KeyGrantId id,
            ReservationId reservation,
            UserId holder,
            Odometer from,
            Instant openedAt,
            @Nullable Odometer until,
            Instant closedAt)
            implements KeyGrant {}
}
