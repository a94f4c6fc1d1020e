package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.ReservationReader.Neighbour;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who has a vehicle next to a period, as far as colleagues may know (P10). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reservations")
class NeighboursResource {

    private final ReservationQueries queries;
    private final CallerSource callers;

    NeighboursResource(ReservationQueries queries, CallerSource callers) {
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "Neighbour")
    record NeighbourBody(
            @Schema(required = true, description = "Masked", examples = "김*수")
            String name,

            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end) {

        static NeighbourBody of(Neighbour neighbour) {
            return new NeighbourBody(
                    neighbour.driver().masked(),
                    neighbour.period().start(),
                    neighbour.period().end());
        }
    }

    @Schema(name = "Neighbours", description = "Those within 24 hours before and after (P10)")
    record NeighboursBody(
            @Nullable NeighbourBody previous, @Nullable NeighbourBody next) {

        static NeighboursBody of(Neighbours neighbours) {
            return new NeighboursBody(
                    neighbours.previous().map(NeighbourBody::of).orElse(null),
                    neighbours.next().map(NeighbourBody::of).orElse(null));
        }
    }

    @GET
    @Path("/reservations/{id}/neighbours")
    @Operation(operationId = "getNeighbours", summary = "Who had the vehicle before, and who has it next")
    @APIResponseSchema(value = NeighboursBody.class, responseCode = "200", responseDescription = "If there are any")
    public Uni<Response> ofReservation(@PathParam("id") String id) {
        var reservation = new ReservationId(Input.pathId(id));
        return Answers.ok(queries.neighbours(callers.caller(), reservation), NeighboursBody::of);
    }

    @GET
    @Path("/vehicles/{id}/neighbours")
    @Operation(operationId = "getNeighboursOfPeriod", summary = "Who has the vehicle before and after a period")
    @APIResponseSchema(value = NeighboursBody.class, responseCode = "200", responseDescription = "If there are any")
    public Uni<Response> ofPeriod(@PathParam("id") String id, @BeanParam Between between) {
        var vehicle = new VehicleId(Input.pathId(id));
        return Answers.ok(queries.neighbours(callers.caller(), vehicle, between.period()), NeighboursBody::of);
    }
}
