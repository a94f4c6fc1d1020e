package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Support ends a use that its driver does not end. The reading is absent when nobody could look at the dashboard. */
public interface ForceReturn {

    Uni<Decision<ReservationView, Refusal>> forceReturn(ReservationChange change, @Nullable Odometer reading);
}
