package io.motorpool.adapters.rest.key;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.key.HandOverKey;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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

/**
 * Keys that go from one colleague to another (P9). Answers tell how far it has come by then; what the vehicle says of it
 * later is found at the reservation's key.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Smart key")
class HandOversResource {

    private final HandOverKey handOvers;
    private final CallerSource callers;

    HandOversResource(HandOverKey handOvers, CallerSource callers) {
        this.handOvers = handOvers;
        this.callers = callers;
    }

    @Schema(name = "OfferKey")
    record OfferBody(
            @Schema(required = true, format = "uuid", description = "A colleague") @Nullable
            String recipient) {

        UserId colleague() {
            Input in = new Input();
            Field<UserId> wanted = in.id("recipient", recipient).map(UserId::new);
            return in.build(wanted::get);
        }
    }

    @Schema(name = "RecallKey")
    record RecallBody(@Schema(required = true) @Nullable ReasonBody reason) {

        Reason why() {
            Input in = new Input();
            Field<Reason> why = ReasonBody.required(in, reason);
            return in.build(why::get);
        }
    }

    @POST
    @Path("/reservations/{id}/hand-overs")
    @Operation(operationId = "offerKey", summary = "Offer the key to a colleague, who has 10 minutes to answer (P9)")
    @APIResponseSchema(value = HandOverBody.class, responseCode = "201", responseDescription = "Offered")
    @Refuses(
            conflicts = {
                "not-possible-now",
                "offer-already-open",
                "key-not-held",
                "key-in-transit",
                "ignition-on",
                "doors-not-locked",
                "vehicle-not-reachable"
            },
            rules = "recipient-not-eligible")
    public Uni<Response> offer(@PathParam("id") String id, @Nullable OfferBody body) {
        UserId recipient = Input.body(body).colleague();
        return Answers.added(
                handOvers.offer(callers.caller(), new ReservationId(Input.pathId(id)), recipient), HandOverBody::of);
    }

    @POST
    @Path("/hand-overs/{id}/acceptance")
    @Operation(operationId = "acceptKey", summary = "Take the key, and be the driver from now on")
    @APIResponseSchema(value = HandOverBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {
                "not-possible-now",
                "offer-not-open",
                "offer-expired",
                "driver-busy",
                "ignition-on",
                "doors-not-locked",
                "vehicle-not-reachable"
            },
            rules = {"driver-not-eligible", "hand-over-not-wanted"})
    public Uni<Response> accept(@PathParam("id") String id) {
        return Answers.ok(handOvers.accept(callers.caller(), id(id)), HandOverBody::of);
    }

    @POST
    @Path("/hand-overs/{id}/decline")
    @Operation(operationId = "declineKey", summary = "Do not take the key")
    @APIResponseSchema(value = HandOverBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"offer-not-open", "offer-expired"})
    public Uni<Response> decline(@PathParam("id") String id) {
        return Answers.ok(handOvers.decline(callers.caller(), id(id)), HandOverBody::of);
    }

    @POST
    @Path("/hand-overs/{id}/withdrawal")
    @Operation(operationId = "withdrawKey", summary = "Think better of an offer")
    @APIResponseSchema(value = HandOverBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"offer-not-open", "offer-expired"})
    public Uni<Response> withdraw(@PathParam("id") String id) {
        return Answers.ok(handOvers.withdraw(callers.caller(), id(id)), HandOverBody::of);
    }

    @POST
    @Path("/hand-overs/{id}/recall")
    @Operation(
            operationId = "recallKey",
            summary = "Call a hand-over off for support; the key goes back to who gave it")
    @APIResponseSchema(value = HandOverBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-now", "offer-not-open", "driver-busy"},
            rules = "driver-not-eligible")
    public Uni<Response> recall(@PathParam("id") String id, @Nullable RecallBody body) {
        Reason why = Input.body(body).why();
        return Answers.ok(handOvers.recall(callers.caller(), id(id), why), HandOverBody::of);
    }

    private static HandOverId id(String raw) {
        return new HandOverId(Input.pathId(raw));
    }
}
