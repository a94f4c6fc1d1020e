package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.reservation.ForceReturn;
import io.motorpool.application.reservation.MarkNoShow;
import io.motorpool.application.reservation.RecordLateReturn;
import io.motorpool.application.reservation.SwapVehicles;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The steps that support takes. Each says why. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Support")
class SupportStepsResource {

    private final SwapVehicles swapVehicles;
    private final ForceReturn forceReturn;
    private final MarkNoShow markNoShow;
    private final RecordLateReturn recordLateReturn;
    private final Steps steps;

    SupportStepsResource(
            SwapVehicles swapVehicles,
            ForceReturn forceReturn,
            MarkNoShow markNoShow,
            RecordLateReturn recordLateReturn,
            CallerSource callers) {
        this.swapVehicles = swapVehicles;
        this.forceReturn = forceReturn;
        this.markNoShow = markNoShow;
        this.recordLateReturn = recordLateReturn;
        this.steps = new Steps(callers);
    }

    /** Support always says why. */
    private sealed interface SupportBody extends Steps.Body {

        @Nullable
        ReasonBody reason();

        @Override
        default Field<Reason> why(Input in) {
            return ReasonBody.required(in, reason());
        }
    }

    @Schema(name = "VehicleSwap")
    record SwapBody(
            @Schema(
                    required = true,
                    format = "uuid",
                    description = "The other reservation",
                    examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f74")
            @Nullable
            String with,

            @Schema(required = true) @Nullable ReasonBody reason)
            implements SupportBody {

        Field<ReservationId> other(Input in) {
            return in.id("with", with).map(ReservationId::new);
        }
    }

    @Schema(name = "ForcedReturn")
    record ForcedReturnBody(
            @Schema(
                    minimum = "0",
                    maximum = "9999999",
                    description = "Absent when nobody could look at the dashboard",
                    examples = "12345")
            @Nullable
            Integer odometerKm,

            @Schema(required = true) @Nullable ReasonBody reason)
            implements SupportBody {

        Field<Odometer> reading(Input in) {
            return in.ifGiven("odometerKm", odometerKm, Odometer::new);
        }
    }

    @Schema(name = "SupportStep")
    record StepBody(@Schema(required = true) @Nullable ReasonBody reason) implements SupportBody {}

    @POST
    @Path("/reservations/{id}/vehicle-swap")
    @Operation(operationId = "swapVehicles", summary = "Exchange the vehicles of two reservations")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {
                "not-possible-now",
                "vehicle-taken",
                "driver-busy",
                "vehicle-not-in-service",
                "company-not-active"
            },
            rules = {"same-vehicle", "end-in-the-past", "driver-not-eligible"})
    public Uni<Response> swap(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable SwapBody body) {
        return steps.take(id, seen, body, SwapBody::other, (change, other) -> swapVehicles.swap(change, other.get()));
    }

    @POST
    @Path("/reservations/{id}/forced-return")
    @Operation(operationId = "forceReturn", summary = "End the use")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "not-possible-now", rules = "odometer-runs-backwards")
    public Uni<Response> forceReturn(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ForcedReturnBody body) {
        return steps.take(
                id,
                seen,
                body,
                ForcedReturnBody::reading,
                (change, reading) -> forceReturn.forceReturn(change, reading.orNull()));
    }

    @POST
    @Path("/reservations/{id}/no-show")
    @Operation(operationId = "markNoShow", summary = "The driver did not come")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"not-possible-now", "no-show-too-early", "vehicle-still-out"})
    public Uni<Response> noShow(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable StepBody body) {
        return steps.take(id, seen, body, markNoShow::markNoShow);
    }

    @POST
    @Path("/reservations/{id}/late-return")
    @Operation(operationId = "recordLateReturn", summary = "The vehicle is late")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"not-possible-now", "not-overdue"})
    public Uni<Response> lateReturn(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable StepBody body) {
        return steps.take(id, seen, body, recordLateReturn::recordLateReturn);
    }
}
