package io.motorpool.adapters.rest.route;

import io.motorpool.application.route.ContractView;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.Span;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vehicle contract as callers see it. */
@Schema(name = "VehicleContract", description = "Which vehicle serves a slot, driven by whom, from when to when (P5)")
record ContractBody(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                maxLength = 20,
                description = "Given once and never again (P15)",
                examples = "VC202612-000017")
        String number,

        @Schema(required = true) UUID company,
        @Schema(required = true) UUID slot,
        @Schema(required = true) UUID vehicle,
        @Schema(required = true) UUID chauffeur,

        @Schema(required = true, description = "Why it was issued")
        ContractCause cause,

        @Schema(
                required = true,
                description = "Another took its place before it began, so that it never served; it keeps its number")
        boolean neverServed,

        @Schema(description = "Absent when it is void") @Nullable
        Instant from,

        @Schema(description = "Absent while nobody knows, and when it is void") @Nullable
        Instant until) {

    static ContractBody of(ContractView view) {
        Span served = view.served();
        return new ContractBody(
                view.id().value(),
                view.number().value(),
                view.company().value(),
                view.slot().value(),
                view.vehicle().value(),
                view.chauffeur().value(),
                view.cause(),
                served == null,
                served == null ? null : served.start(),
                served == null ? null : served.end());
    }
}
