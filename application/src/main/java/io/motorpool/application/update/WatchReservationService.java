package io.motorpool.application.update;

import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Multi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whatever is told of a reservation has a version of its own. */
public final class WatchReservationService implements WatchReservation {

    private final Lookout lookout;
    private final ReservationQueries reservations;

    public WatchReservationService(Lookout lookout, ReservationQueries reservations) {
        this.lookout = lookout;
        this.reservations = reservations;
    }

    @Override
    public Multi<Decision<Sight<ReservationView>, Refusal>> watch(
            Watcher watcher, ReservationId reservation, Optional<Version> seen) {
        return Multi.createFrom()
                .deferred(() -> lookout.watch(
                        watcher,
                        reservation.value(),
                        caller -> reservations.one(caller, reservation),
                        new Known(seen.orElse(null))::news));
    }

    private static final class Known {

        private @Nullable Version version;

        Known(@Nullable Version version) {
            this.version = version;
        }

        Optional<ReservationView> news(ReservationView seen) {
            if (seen.version().equals(version)) {
                return Optional.empty();
            }
            version = seen.version();
            return Optional.of(seen);
        }
    }
}
