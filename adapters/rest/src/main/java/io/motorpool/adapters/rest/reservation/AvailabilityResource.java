package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.SpanBody;
import io.motorpool.application.reservation.AvailabilityQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether vehicles can be had, and if not, why. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Schedules")
class AvailabilityResource {

    private final AvailabilityQueries queries;
    private final CallerSource callers;

    AvailabilityResource(AvailabilityQueries queries, CallerSource callers) {
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "Availability")
    record AvailabilityBody(
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end,

            @Schema(required = true, description = "Free from start to end")
            boolean available,

            @Schema(required = true) List<SpanBody> free,

            @Schema(required = true, description = "What stands in the way, whole and in order")
            List<TakenBody> taken,

            @Schema(required = true, description = "When this was true; at most 2 seconds ago (P20)")
            Instant asOf) {

        static AvailabilityBody of(Availability availability) {
            return new AvailabilityBody(
                    availability.vehicle().value(),
                    availability.period().start(),
                    availability.period().end(),
                    availability.available(),
                    availability.free().stream().map(SpanBody::of).toList(),
                    availability.taken().stream().map(TakenBody::of).toList(),
                    availability.asOf());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "AvailabilityPage")
    record AvailabilityPage(
            @Schema(required = true) List<AvailabilityBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/vehicles/{id}/availability")
    @Operation(operationId = "getAvailability", summary = "Whether the vehicle is free, and why not")
    @APIResponseSchema(value = AvailabilityBody.class, responseCode = "200", responseDescription = "Free and taken")
    public Uni<Response> ofVehicle(@PathParam("id") String id, @BeanParam Between between) {
        var vehicle = new VehicleId(Input.pathId(id));
        return Answers.ok(queries.of(callers.caller(), vehicle, between.period()), AvailabilityBody::of);
    }

    @GET
    @Path("/companies/{id}/availability")
    @Operation(operationId = "listAvailability", summary = "The same for all vehicles of a company")
    @APIResponseSchema(value = AvailabilityPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> ofCompany(@PathParam("id") String id, @BeanParam Between between, @BeanParam Paging paging) {
        Input in = new Input();
        Field<Period> period = between.read(in);
        Field<Page.Request> page = paging.read(in);
        Period asked = in.build(period::get);
        var company = new CompanyId(Input.pathId(id));
        return Answers.page(queries.of(callers.caller(), company, asked, page.get()), AvailabilityBody::of);
    }
}
