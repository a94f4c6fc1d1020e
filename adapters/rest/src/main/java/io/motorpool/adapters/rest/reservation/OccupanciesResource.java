package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.reservation.OccupyVehicle;
import io.motorpool.application.reservation.OccupyVehicle.Command;
import io.motorpool.application.reservation.OccupyVehicle.Moved;
import io.motorpool.application.reservation.OccupyVehicle.Occupied;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What holds vehicles, and taking them out of use. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Schedules")
class OccupanciesResource {

    private final OccupyVehicle occupyVehicle;
    private final CallerSource callers;

    OccupanciesResource(OccupyVehicle occupyVehicle, CallerSource callers) {
        this.occupyVehicle = occupyVehicle;
        this.callers = callers;
    }

    @Schema(name = "OccupyVehicle")
    record OccupyBody(
            @Schema(required = true, implementation = Cause.class) @Nullable
            String cause,

            @Schema(required = true, format = "date-time", examples = "2026-12-01T09:00:00+09:00") @Nullable
            String start,

            @Schema(required = true, format = "date-time", examples = "2026-12-01T18:00:00+09:00") @Nullable
            String end,

            @Schema(
                    required = true,
                    description = "Whether reservations in the way may be moved to equal vehicles",
                    examples = "false")
            @Nullable
            Boolean relocate,

            @Schema(required = true) @Nullable ReasonBody reason) {

        Command of(VehicleId vehicle, Version seen, Caller caller) {
            Input in = new Input();
            Field<Cause> why = in.oneOf(Cause.class, "cause", cause);
            Field<Period> period = in.period(start, end);
            Field<Boolean> mayMove = in.given("relocate", relocate);
            Field<Reason> said = ReasonBody.required(in, reason);
            return in.build(
                    () -> new Command(caller, vehicle, seen, why.get(), period.get(), mayMove.get(), said.get()));
        }
    }

    @Schema(name = "ReleaseVehicle")
    record ReleaseBody(@Schema(required = true) @Nullable ReasonBody reason) {

        Reason why() {
            Input in = new Input();
            return in.build(ReasonBody.required(in, reason)::get);
        }
    }

    @Schema(name = "Moved", description = "A reservation that went to another vehicle")
    record MovedBody(
            @Schema(required = true) UUID reservation,
            @Schema(required = true) UUID from,
            @Schema(required = true) UUID to) {

        static MovedBody of(Moved moved) {
            return new MovedBody(
                    moved.reservation().value(),
                    moved.from().value(),
                    moved.to().value());
        }
    }

    @Schema(name = "Occupancy")
    record OccupancyBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) List<TakenBody> parts,
            @Schema(required = true) List<MovedBody> relocated) {

        static OccupancyBody of(Occupancy occupancy) {
            return of(occupancy, List.of());
        }

        static OccupancyBody of(Occupied occupied) {
            return of(occupied.occupancy(), occupied.moved());
        }

        private static OccupancyBody of(Occupancy occupancy, List<Moved> moved) {
            return new OccupancyBody(
                    occupancy.id().value(),
                    occupancy.vehicle().value(),
                    occupancy.parts().stream().map(TakenBody::of).toList(),
                    moved.stream().map(MovedBody::of).toList());
        }
    }

    /** Only the document reads this. */
    @Schema(name = "Occupancies")
    record OccupanciesBody(@Schema(required = true) List<OccupancyBody> items) {}

    @POST
    @Path("/vehicles/{id}/occupancies")
    @Operation(
            operationId = "occupyVehicle",
            summary = "Take the vehicle out of use for a while",
            description = "`If-Match` takes the ETag of the vehicle, which stays as it is")
    @APIResponseSchema(value = OccupancyBody.class, responseCode = "201", responseDescription = "Out of use")
    @Refuses(
            conflicts = {"vehicle-retired", "reservations-in-the-way", "not-relocatable", "vehicle-taken"},
            rules = {"off-grid", "start-in-the-past", "end-in-the-past", "beyond-horizon"})
    public Uni<Response> occupy(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable OccupyBody body) {
        Version version = Headers.ifMatch(seen);
        Command command = Input.body(body).of(new VehicleId(Input.pathId(id)), version, callers.caller());
        return Answers.added(occupyVehicle.occupy(command), OccupancyBody::of);
    }

    @GET
    @Path("/vehicles/{id}/occupancies")
    @Operation(operationId = "listOccupancies", summary = "What holds the vehicle within a period")
    @APIResponseSchema(value = OccupanciesBody.class, responseCode = "200", responseDescription = "Whole, in order")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Between between) {
        var vehicle = new VehicleId(Input.pathId(id));
        return Answers.all(occupyVehicle.within(callers.caller(), vehicle, between.period()), OccupancyBody::of);
    }

    @POST
    @Path("/occupancies/{id}/release")
    @Operation(
            operationId = "releaseVehicle",
            summary = "Give the vehicle back",
            description = "An occupancy by the division never changes, so there is no version to state")
    @APIResponseSchema(value = OccupancyBody.class, responseCode = "200", responseDescription = "What it was")
    public Uni<Response> release(@PathParam("id") String id, @Nullable ReleaseBody body) {
        Reason why = Input.body(body).why();
        var occupancy = new OccupancyId(Input.pathId(id));
        return Answers.ok(occupyVehicle.release(callers.caller(), occupancy, why), OccupancyBody::of);
    }
}
