package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.application.route.VehicleCalls.Waiting;
import io.motorpool.application.settlement.RegisterVehicles;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Vehicles of which the ERP's register still has to hear. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Vehicle registrations")
class RegistrationsResource {

    private final RegisterVehicles registrations;
    private final CallerSource callers;

    RegistrationsResource(RegisterVehicles registrations, CallerSource callers) {
        this.registrations = registrations;
        this.callers = callers;
    }

    @Schema(
            name = "VehicleRegistration",
            description = "The ERP's register is to be brought up to date with this vehicle")
    record RegistrationBody(
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) UUID company,

            @Schema(required = true, description = "From when on it matters")
            Instant due,

            @Schema(required = true, minimum = "0", description = "How often it was tried")
            int attempts,

            @Schema(required = true, description = "Why it still waits; empty if nobody has tried yet")
            String trouble,

            @Schema(required = true, description = "Whether it waits until somebody asks to try again")
            boolean rejected) {

        static RegistrationBody of(Waiting waiting) {
            return new RegistrationBody(
                    waiting.vehicle().value(),
                    waiting.company().value(),
                    waiting.due(),
                    waiting.attempts(),
                    waiting.trouble(),
                    waiting.rejected());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "VehicleRegistrationPage")
    record RegistrationPage(
            @Schema(required = true) List<RegistrationBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "RetriedRegistration")
    record RetriedBody(@Schema(required = true) UUID vehicle) {}

    @GET
    @Path("/vehicle-registrations")
    @Operation(operationId = "listVehicleRegistrations", summary = "What is pending or rejected")
    @APIResponseSchema(value = RegistrationPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@QueryParam("company") @Nullable String company, @BeanParam Paging paging) {
        Input in = new Input();
        Field<CompanyId> whose = in.optional("company", company, Parse::uuid).map(CompanyId::new);
        Field<Page.Request> page = paging.read(in);
        Page.Request wanted = in.build(page::get);
        return Answers.page(registrations.waiting(callers.caller(), whose.optional(), wanted), RegistrationBody::of);
    }

    @POST
    @Path("/vehicles/{id}/registration-retry")
    @Operation(
            operationId = "retryVehicleRegistration",
            summary = "Try again what the ERP has rejected",
            description =
                    "After somebody has looked after what was wrong. What is not rejected is tried again anyway, and is"
                            + " not found here")
    @APIResponseSchema(value = RetriedBody.class, responseCode = "200", responseDescription = "It waits for its turn")
    public Uni<Response> retry(@PathParam("id") String id) {
        VehicleId vehicle = new VehicleId(Input.pathId(id));
        return Answers.ok(registrations.retry(callers.caller(), vehicle), waits -> new RetriedBody(waits.value()));
    }
}
