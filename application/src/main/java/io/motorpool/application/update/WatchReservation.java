package io.motorpool.application.update;

import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Multi;
import java.util.Optional;

/** Shows a reservation whenever it looks different, to whoever may see it, and for as long as they may. */
public interface WatchReservation {

    /** @param seen the version that they know already; nothing is told of that one */
    Multi<Decision<Sight<ReservationView>, Refusal>> watch(
            Watcher watcher, ReservationId reservation, Optional<Version> seen);
}
