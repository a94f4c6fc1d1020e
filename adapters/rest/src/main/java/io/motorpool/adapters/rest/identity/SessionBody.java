package io.motorpool.adapters.rest.identity;

import io.motorpool.application.identity.SessionView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One sign-in on one device. */
@Schema(name = "Session")
record SessionBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID user,

        @Schema(required = true, description = "As the user called it")
        String device,

        @Schema(required = true) ProfileBody profile,
        @Schema(required = true) Instant startedAt,
        @Schema(required = true) Instant lastUsedAt,

        @Schema(required = true, description = "When it is over if nobody uses it")
        Instant lapsesAt) {

    static SessionBody of(SessionView view) {
        return new SessionBody(
                view.id().value(),
                view.user().value(),
                view.device().value(),
                ProfileBody.of(view.profile()),
                view.startedAt(),
                view.lastUsedAt(),
                view.lapsesAt());
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "SessionPage")
    record SessionPage(
            @Schema(required = true) List<SessionBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "SessionsEnded")
    record EndedBody(
            @Schema(required = true, minimum = "0", description = "How many went on until now")
            int sessions) {}
}
