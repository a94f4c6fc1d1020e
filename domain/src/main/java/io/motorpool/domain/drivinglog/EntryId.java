package io.motorpool.domain.drivinglog;

import io.motorpool.domain.shared.ReservationId;
import java.util.UUID;

/** Names an entry of the log: it is the reservation's id, or that of a trip that somebody put in by hand. */
public record EntryId(UUID value) {

    public static EntryId of(ReservationId reservation) {
        return new EntryId(reservation.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
