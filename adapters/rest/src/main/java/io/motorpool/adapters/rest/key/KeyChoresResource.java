package io.motorpool.adapters.rest.key;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.application.key.TellVehicles;
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

/** By hand what timers do about keys. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Support")
class KeyChoresResource {

    private final TellVehicles vehicles;
    private final CallerSource callers;

    KeyChoresResource(TellVehicles vehicles, CallerSource callers) {
        this.vehicles = vehicles;
        this.callers = callers;
    }

    @Schema(name = "KeysChanged")
    record ChangedBody(
            @Schema(required = true, minimum = "0") int changed) {}

    @POST
    @Path("/sweeps/key-offers")
    @Operation(operationId = "sweepKeyOffers", summary = "Look for offers of keys that nobody answered in time")
    @APIResponseSchema(value = ChangedBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> expireOffers() {
        return Answers.ok(vehicles.expireOffers(callers.caller()), ChangedBody::new);
    }

    @POST
    @Path("/sweeps/vehicle-keys")
    @Operation(operationId = "tellVehicles", summary = "Tell vehicles whose keys to learn and to forget")
    @APIResponseSchema(
            value = ChangedBody.class,
            responseCode = "200",
            responseDescription = "How many did as they were told; the others are told again")
    public Uni<Response> tell() {
        return Answers.ok(vehicles.tell(callers.caller()), ChangedBody::new);
    }
}
