package io.motorpool.adapters.rest.reservation;

import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Taken;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a vehicle's time that is not free, and why; never for whom. */
@Schema(name = "Taken", description = "A stretch of a vehicle's time that is not free, and why")
record TakenBody(
        @Schema(required = true) OccupancyKind kind,
        @Schema(required = true) Instant start,
        @Schema(required = true) Instant end) {

    static TakenBody of(Taken taken) {
        return new TakenBody(
                taken.kind(), taken.period().start(), taken.period().end());
    }
}
