package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.reconciliation.ReportBody.TotalBody;
import io.motorpool.application.reconciliation.CompareHistories;
import io.motorpool.domain.reconciliation.Position;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** By hand what a timer does, and once more what it has done. Asking again does no harm, so no key is asked for (ADR-0044). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reconciliation")
class ReconciliationChoresResource {

    private final CompareHistories compare;
    private final CallerSource callers;

    ReconciliationChoresResource(CompareHistories compare, CallerSource callers) {
        this.compare = compare;
        this.callers = callers;
    }

    @Schema(name = "LegacyReservationsCompared")
    record RoundBody(
            @Schema(required = true, minimum = "0", description = "How many were looked at")
            int reservations,

            @Schema(required = true, description = "What was shown, before anybody explained it")
            List<TotalBody> verdicts,

            @Schema(required = true, description = "Whether there may be more; ask again")
            boolean more) {

        static RoundBody of(CompareHistories.Round round) {
            return new RoundBody(round.reservations(), TotalBody.of(round.verdicts()), round.more());
        }
    }

    @Schema(name = "ReconciliationReplayed")
    record ReplayedBody(
            @Schema(required = true, minimum = "0", description = "How many wait to be compared again")
            long reservations) {}

    @POST
    @Path("/sweeps/legacy-reservations")
    @Operation(
            operationId = "compareQuietReservations",
            summary = "Compare some legacy reservations of which nothing new was heard for a minute (P14)")
    @APIResponseSchema(value = RoundBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> compareQuiet() {
        return Answers.ok(compare.compareQuiet(callers.caller()), RoundBody::of);
    }

    @POST
    @Path("/reconciliation/comparisons")
    @Operation(
            operationId = "compareUpToWatermark",
            summary = "Compare some legacy reservations that changed up to this place, however short ago (P14)")
    @APIResponseSchema(value = RoundBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> compareUpTo(@Nullable PositionBody body) {
        Position watermark = Input.body(body).read();
        return Answers.ok(compare.compareUpTo(callers.caller(), watermark), RoundBody::of);
    }

    @POST
    @Path("/reconciliation/replays")
    @Operation(
            operationId = "replayFromWatermark",
            summary = "Let everything be compared again that changed at this place or later",
            description = "As after a change of the rules. What has been shown stays until it is shown anew")
    @APIResponseSchema(value = ReplayedBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> replay(@Nullable PositionBody body) {
        Position watermark = Input.body(body).read();
        return Answers.ok(compare.replayFrom(callers.caller(), watermark), ReplayedBody::new);
    }
}
