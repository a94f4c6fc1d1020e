package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.reservation.CancelReservation;
import io.motorpool.application.reservation.ChangeVehicle;
import io.motorpool.application.reservation.RescheduleReservation;
import io.motorpool.application.reservation.ReturnVehicle;
import io.motorpool.application.reservation.StartReservation;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The steps that a driver takes, or somebody else for a driver, who then has to say why. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reservations")
class DriverStepsResource {

    private final RescheduleReservation reschedule;
    private final ChangeVehicle changeVehicle;
    private final CancelReservation cancel;
    private final StartReservation start;
    private final ReturnVehicle bringBack;
    private final Steps steps;

    DriverStepsResource(
            RescheduleReservation reschedule,
            ChangeVehicle changeVehicle,
            CancelReservation cancel,
            StartReservation start,
            ReturnVehicle bringBack,
            CallerSource callers) {
        this.reschedule = reschedule;
        this.changeVehicle = changeVehicle;
        this.cancel = cancel;
        this.start = start;
        this.bringBack = bringBack;
        this.steps = new Steps(callers);
    }

    /** The driver need not say why. */
    private sealed interface DriverBody extends Steps.Body {

        @Nullable
        ReasonBody reason();

        @Override
        default Field<Reason> why(Input in) {
            return ReasonBody.optional(in, reason());
        }
    }

    @Schema(name = "NewPeriod")
    record PeriodBody(
            @Schema(required = true, format = "date-time", examples = "2026-12-01T09:00:00+09:00") @Nullable
            String start,

            @Schema(required = true, format = "date-time", examples = "2026-12-01T12:00:00+09:00") @Nullable
            String end,

            @Nullable ReasonBody reason)
            implements DriverBody {

        Field<Period> period(Input in) {
            return in.period(start, end);
        }
    }

    @Schema(name = "OtherVehicle")
    record VehicleBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f73") @Nullable
            String vehicle,

            @Nullable ReasonBody reason)
            implements DriverBody {

        Field<VehicleId> vehicle(Input in) {
            return in.id("vehicle", vehicle).map(VehicleId::new);
        }
    }

    @Schema(name = "Cancellation")
    record CancellationBody(@Nullable ReasonBody reason) implements DriverBody {}

    @Schema(name = "OdometerReading")
    record ReadingBody(
            @Schema(required = true, minimum = "0", maximum = "9999999", examples = "12345") @Nullable
            Integer odometerKm,

            @Nullable ReasonBody reason)
            implements DriverBody {

        Field<Odometer> reading(Input in) {
            return in.given("odometerKm", odometerKm, Odometer::new);
        }
    }

    @PUT
    @Path("/reservations/{id}/period")
    @Operation(operationId = "rescheduleReservation", summary = "Move, extend or shorten")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {
                "not-possible-now",
                "vehicle-taken",
                "driver-busy",
                "vehicle-not-in-service",
                "company-not-active",
                "representative-card-unavailable"
            },
            rules = {
                "start-is-fixed",
                "off-grid",
                "too-short",
                "too-long",
                "start-in-the-past",
                "end-in-the-past",
                "beyond-horizon",
                "driver-not-eligible",
                "reason-required",
                "instrument-not-allowed"
            })
    public Uni<Response> reschedule(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable PeriodBody body) {
        return steps.take(
                id, seen, body, PeriodBody::period, (change, period) -> reschedule.reschedule(change, period.get()));
    }

    @PUT
    @Path("/reservations/{id}/vehicle")
    @Operation(operationId = "changeVehicle", summary = "Put the reservation on another vehicle")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {
                "not-possible-now",
                "vehicle-taken",
                "driver-busy",
                "vehicle-not-in-service",
                "company-not-active"
            },
            rules = {"same-vehicle", "end-in-the-past", "driver-not-eligible", "reason-required"})
    public Uni<Response> changeVehicle(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable VehicleBody body) {
        return steps.take(
                id, seen, body, VehicleBody::vehicle, (change, vehicle) -> changeVehicle.change(change, vehicle.get()));
    }

    @POST
    @Path("/reservations/{id}/cancellation")
    @Operation(operationId = "cancelReservation", summary = "Call it off")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "not-possible-now", rules = "reason-required")
    public Uni<Response> cancel(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable CancellationBody body) {
        return steps.take(id, seen, body, cancel::cancel);
    }

    @POST
    @Path("/reservations/{id}/start")
    @Operation(operationId = "startReservation", summary = "Take the vehicle")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {
                "not-possible-now",
                "payment-outstanding",
                "outside-reserved-period",
                "vehicle-still-out",
                "vehicle-not-in-service",
                "company-not-active"
            },
            rules = {"odometer-runs-backwards", "driver-not-eligible", "reason-required"})
    public Uni<Response> start(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ReadingBody body) {
        return steps.take(
                id, seen, body, ReadingBody::reading, (change, reading) -> start.start(change, reading.get()));
    }

    @POST
    @Path("/reservations/{id}/return")
    @Operation(operationId = "returnVehicle", summary = "Bring the vehicle back")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = "not-possible-now",
            rules = {"odometer-runs-backwards", "reason-required"})
    public Uni<Response> bringBack(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ReadingBody body) {
        return steps.take(
                id, seen, body, ReadingBody::reading, (change, reading) -> bringBack.bringBack(change, reading.get()));
    }
}
