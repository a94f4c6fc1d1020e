package io.motorpool.application.archfixture;

import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;

/** Decides on what a cache says. */
final class LeakyBooking {

    private LeakyBooking() {}

    static Uni<Boolean> isFree(AvailabilityReader reader, VehicleId vehicle, Period period) {
        return reader.snapshot(vehicle, period)
                .map(found -> found.isPresent()
                        && found.get().schedule().takenWithin(period).isEmpty());
    }
}
