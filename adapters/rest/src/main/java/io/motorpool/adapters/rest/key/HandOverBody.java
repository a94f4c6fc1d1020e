package io.motorpool.adapters.rest.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hand-over as callers see it. */
@Schema(name = "HandOver")
record HandOverBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID reservation,
        @Schema(required = true) UUID vehicle,
        @Schema(required = true) UUID giver,
        @Schema(required = true) UUID recipient,
        @Schema(required = true) HandOverStatus status,
        @Schema(required = true) Instant offeredAt,

        @Schema(description = "Until when the offer waits for its answer (P9); absent once it does not") @Nullable
        Instant expiresAt,

        @Schema(description = "What the dashboard showed when the key was taken from the giver") @Nullable
        Integer odometerKm) {

    static HandOverBody of(HandOver handOver) {
        HandOver.Terms terms = handOver.terms();
        return new HandOverBody(
                handOver.id().value(),
                terms.reservation().value(),
                terms.vehicle().value(),
                terms.giver().value(),
                terms.recipient().value(),
                handOver.status(),
                terms.offeredAt(),
                handOver instanceof HandOver.Offered offered ? offered.expiresAt() : null,
                handOver.reading().map(Odometer::km).orElse(null));
    }
}
