package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Representation;
import io.motorpool.application.route.RunView;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as callers see it. */
@Schema(name = "Run", description = "One planned departure, and what became of it")
record RunBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID company,
        @Schema(required = true) UUID route,
        @Schema(required = true) UUID slot,

        @Schema(required = true, description = "As the timetable has it")
        Instant departure,

        @Schema(required = true, description = "The day of the departure in Seoul, to which the run belongs (P1)")
        LocalDate serviceDate,

        @Schema(required = true) RunStatus status,

        @Schema(description = "When it really left; absent before, and when it is cancelled") @Nullable
        Instant left,

        @Schema(description = "When it arrived; absent before") @Nullable
        Instant arrived,

        @Schema(description = "Why it did not take place; absent when it did or may") @Nullable
        CancellationCause cause) {

    static final Representation<RunView> RUNS =
            new Representation<>("/api/v1/runs", view -> view.plan().id(), RunView::version, RunBody::of);

    static RunBody of(RunView view) {
        return new RunBody(
                view.plan().id().value(),
                view.plan().company().value(),
                view.plan().route().value(),
                view.plan().slot().value(),
                view.plan().departure(),
                view.plan().serviceDate(),
                view.status(),
                view.left(),
                view.arrived(),
                view.cause());
    }
}
