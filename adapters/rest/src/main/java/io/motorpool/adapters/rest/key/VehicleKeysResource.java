package io.motorpool.adapters.rest.key;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.key.KeyQueries;
import io.motorpool.application.key.KeyView;
import io.motorpool.application.key.OperateVehicle;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who can open a vehicle, and opening it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Smart key")
class VehicleKeysResource {

    private final KeyQueries queries;
    private final OperateVehicle vehicles;
    private final CallerSource callers;

    VehicleKeysResource(KeyQueries queries, OperateVehicle vehicles, CallerSource callers) {
        this.queries = queries;
        this.vehicles = vehicles;
        this.callers = callers;
    }

    @Schema(name = "KeyGrant", description = "From when until when somebody could open the vehicle")
    record GrantBody(
            @Schema(required = true) UUID holder,
            @Schema(required = true) Instant openedAt,
            @Schema(required = true, minimum = "0") int fromKm,

            @Schema(description = "Absent while it is open") @Nullable
            Instant closedAt,

            @Schema(description = "Absent while it is open, and when nobody could look at the dashboard") @Nullable
            Integer untilKm) {

        static GrantBody of(KeyGrant grant) {
            KeyGrant.Closed closed = grant instanceof KeyGrant.Closed over ? over : null;
            Odometer until = closed == null ? null : closed.until();
            return new GrantBody(
                    grant.holder().value(),
                    grant.openedAt(),
                    grant.from().km(),
                    closed == null ? null : closed.closedAt(),
                    until == null ? null : until.km());
        }
    }

    @Schema(name = "ReservationKey")
    record KeyBody(
            @Schema(description = "Who can open the vehicle now; absent while nobody can") @Nullable
            UUID holder,

            @Schema(required = true, description = "In order")
            List<GrantBody> grants,

            @Schema(required = true, description = "In the order in which they were offered")
            List<HandOverBody> handOvers) {

        static KeyBody of(KeyView view) {
            return new KeyBody(
                    view.holder().map(UserId::value).orElse(null),
                    view.grants().stream().map(GrantBody::of).toList(),
                    view.handOvers().stream().map(HandOverBody::of).toList());
        }
    }

    @Schema(name = "KeyOffers")
    record OffersBody(
            @Schema(required = true, maxItems = KeyQueries.MOST_OFFERS, description = "Those first that end first")
            List<HandOverBody> offers) {

        static OffersBody of(List<HandOver> offers) {
            return new OffersBody(offers.stream().map(HandOverBody::of).toList());
        }
    }

    @Schema(name = "OperateVehicle")
    record OperateBody(
            @Schema(
                    required = true,
                    implementation = Operation.class,
                    description = "IMMOBILISE and RELEASE are support's")
            @Nullable
            String operation,

            @Schema(description = "Needed from who does not hold the key") @Nullable
            ReasonBody reason) {}

    @Schema(name = "VehicleOperated")
    record OperatedBody(@Schema(required = true) Operation operation) {

        static OperatedBody of(Operation done) {
            return new OperatedBody(done);
        }
    }

    @GET
    @Path("/reservations/{id}/key")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "getReservationKey",
            summary = "Who can open the vehicle, who could, and to whom the key is offered")
    @APIResponseSchema(value = KeyBody.class, responseCode = "200", responseDescription = "The key")
    public Uni<Response> ofReservation(@PathParam("id") String id) {
        return Answers.ok(queries.ofReservation(callers.caller(), new ReservationId(Input.pathId(id))), KeyBody::of);
    }

    @GET
    @Path("/key-offers")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "listKeyOffers",
            summary = "Offers of keys that wait for the caller's answer, for the company for which they act")
    @APIResponseSchema(value = OffersBody.class, responseCode = "200", responseDescription = "At most 100")
    public Uni<Response> offers() {
        return Answers.ok(queries.offers(callers.caller()), OffersBody::of);
    }

    @POST
    @Path("/vehicles/{id}/operations")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "operateVehicle",
            summary = "Lock, unlock, immobilise or release a vehicle")
    @APIResponseSchema(
            value = OperatedBody.class,
            responseCode = "200",
            responseDescription = "The vehicle has done it")
    @Refuses(
            conflicts = {"key-not-held", "key-in-transit", "ignition-on", "vehicle-not-reachable"},
            rules = "reason-required")
    public Uni<Response> operate(@PathParam("id") String id, @Nullable OperateBody body) {
        VehicleId vehicle = new VehicleId(Input.pathId(id));
        OperateBody said = Input.body(body);
        Input in = new Input();
        Field<Operation> operation = in.oneOf(Operation.class, "operation", said.operation());
        Field<Reason> reason = ReasonBody.optional(in, said.reason());
        Operation wanted = in.build(operation::get);
        return Answers.ok(vehicles.operate(callers.caller(), vehicle, wanted, reason.orNull()), OperatedBody::of);
    }
}
