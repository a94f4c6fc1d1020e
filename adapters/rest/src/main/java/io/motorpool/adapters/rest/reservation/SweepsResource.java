package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.reservation.SweepReservations.Report;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By hand what timers do. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Support")
class SweepsResource {

    private final SweepReservations sweeps;
    private final CallerSource callers;

    SweepsResource(SweepReservations sweeps, CallerSource callers) {
        this.sweeps = sweeps;
        this.callers = callers;
    }

    @Schema(name = "SweepReport")
    record ReportBody(
            @Schema(required = true, minimum = "0") int examined,
            @Schema(required = true, minimum = "0") int changed,

            @Schema(
                    required = true,
                    minimum = "0",
                    description = "Could not be decided now; the next sweep tries again")
            int failed) {

        static ReportBody of(Report report) {
            return new ReportBody(report.examined(), report.taken(), report.failed());
        }
    }

    @POST
    @Path("/sweeps/late-returns")
    @Operation(operationId = "sweepLateReturns", summary = "Look for vehicles that are late")
    @APIResponseSchema(value = ReportBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> lateReturns() {
        return Answers.ok(sweeps.lateReturns(callers.caller()), ReportBody::of);
    }

    @POST
    @Path("/sweeps/no-shows")
    @Operation(operationId = "sweepNoShows", summary = "Look for drivers who did not come")
    @APIResponseSchema(value = ReportBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> noShows() {
        return Answers.ok(sweeps.noShows(callers.caller()), ReportBody::of);
    }
}
