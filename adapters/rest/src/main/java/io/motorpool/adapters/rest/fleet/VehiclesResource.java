package io.motorpool.adapters.rest.fleet;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.LookAfterVehicles;
import io.motorpool.application.fleet.VehicleView;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Vehicles. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Fleet")
class VehiclesResource {

    private final LookAfterVehicles vehicles;
    private final FleetQueries queries;
    private final CallerSource callers;

    VehiclesResource(LookAfterVehicles vehicles, FleetQueries queries, CallerSource callers) {
        this.vehicles = vehicles;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "AddVehicle")
    record AddBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70") @Nullable
            String zone,

            @Schema(required = true, examples = "123가4567") @Nullable
            String plate,

            @Schema(required = true, examples = "KMHL14JA5PA123456") @Nullable
            String vin,

            @Schema(required = true, maxLength = 60, examples = "아이오닉 5") @Nullable
            String model,

            @Schema(required = true, minimum = "1", maximum = "45", examples = "5") @Nullable
            Integer seats,

            @Schema(required = true, implementation = Ownership.class) @Nullable
            String ownership,

            @Schema(required = true, minimum = "0", maximum = "240", examples = "10") @Nullable
            Integer turnaroundMinutes,

            @Schema(required = true, minimum = "0", maximum = "9999999", examples = "12000") @Nullable
            Integer odometerKm) {

        Field<VehicleDescription> description(Input in) {
            return VehiclesResource.description(in, plate, vin, model, seats, ownership, turnaroundMinutes);
        }
    }

    @Schema(name = "ChangeVehicleDescription")
    record ChangeBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70") @Nullable
            String zone,

            @Schema(required = true, examples = "123가4567") @Nullable
            String plate,

            @Schema(required = true, examples = "KMHL14JA5PA123456") @Nullable
            String vin,

            @Schema(required = true, maxLength = 60, examples = "아이오닉 5") @Nullable
            String model,

            @Schema(required = true, minimum = "1", maximum = "45", examples = "5") @Nullable
            Integer seats,

            @Schema(required = true, implementation = Ownership.class) @Nullable
            String ownership,

            @Schema(required = true, minimum = "0", maximum = "240", examples = "10") @Nullable
            Integer turnaroundMinutes,

            @Schema(required = true, examples = "false") @Nullable
            Boolean inMaintenance) {

        Field<VehicleDescription> description(Input in) {
            return VehiclesResource.description(in, plate, vin, model, seats, ownership, turnaroundMinutes);
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "VehiclePage")
    record VehiclePage(
            @Schema(required = true) List<VehicleBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Vehicle")
    record VehicleBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID company,
            @Schema(required = true) UUID zone,
            @Schema(required = true) String plate,
            @Schema(required = true) String vin,
            @Schema(required = true) String model,
            @Schema(required = true) int seats,
            @Schema(required = true) Ownership ownership,
            @Schema(required = true) long turnaroundMinutes,
            @Schema(required = true) int odometerKm,
            @Schema(required = true) VehicleStatus status) {

        static VehicleBody of(VehicleView view) {
            VehicleDescription described = view.description();
            return new VehicleBody(
                    view.id().value(),
                    view.company().value(),
                    view.zone().value(),
                    described.plate().value(),
                    described.vin().value(),
                    described.model(),
                    described.seats(),
                    described.ownership(),
                    described.turnaround().toMinutes(),
                    view.odometer().km(),
                    view.status());
        }
    }

    @Schema(name = "BusinessOccupancy")
    record BusinessOccupancyBody(@Schema(required = true) List<SpanBody> items) {

        static BusinessOccupancyBody of(List<Period> periods) {
            return new BusinessOccupancyBody(periods.stream().map(SpanBody::of).toList());
        }
    }

    @Schema(name = "BusinessSpan")
    record SpanBody(
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end) {

        static SpanBody of(Period period) {
            return new SpanBody(period.start(), period.end());
        }
    }

    private static String model(String raw) {
        Text.check("a model", raw, VehicleDescription.LONGEST_MODEL);
        return raw;
    }

    private static Field<VehicleDescription> description(
            Input in,
            @Nullable String plate,
            @Nullable String vin,
            @Nullable String model,
            @Nullable Integer seats,
            @Nullable String ownership,
            @Nullable Integer turnaroundMinutes) {
        Field<Plate> read = in.required("plate", plate, Plate::parse);
        Field<Vin> number = in.required("vin", vin, Vin::parse);
        Field<String> named = in.required("model", model, VehiclesResource::model);
        Field<Integer> places = in.given("seats", seats);
        Field<Ownership> owned = in.oneOf(Ownership.class, "ownership", ownership);
        Field<Duration> turnaround =
                in.given("turnaroundMinutes", turnaroundMinutes, minutes -> Duration.ofMinutes(minutes));
        boolean missing = read.orNull() == null
                || number.orNull() == null
                || named.orNull() == null
                || places.orNull() == null
                || owned.orNull() == null
                || turnaround.orNull() == null;
        return missing
                ? in.absent()
                : in.made(
                        "body",
                        () -> new VehicleDescription(
                                read.get(), number.get(), named.get(), places.get(), owned.get(), turnaround.get()));
    }

    @POST
    @Path("/companies/{id}/vehicles")
    @Operation(operationId = "addVehicle", summary = "Add a vehicle to the fleet")
    @APIResponseSchema(value = VehicleBody.class, responseCode = "201", responseDescription = "Added")
    public Uni<Response> create(@PathParam("id") String id, @Nullable AddBody body) {
        AddBody said = Input.body(body);
        Input in = new Input();
        Field<UUID> zone = in.id("zone", said.zone());
        Field<VehicleDescription> description = said.description(in);
        Field<Odometer> odometer = in.given("odometerKm", said.odometerKm(), Odometer::new);
        var addition = in.build(() -> new LookAfterVehicles.Addition(
                callers.caller(),
                new CompanyId(Input.pathId(id)),
                new ZoneId(zone.get()),
                description.get(),
                odometer.get()));
        return vehicles.add(addition)
                .map(decision -> Answers.created(
                        decision, view -> "/api/v1/vehicles/" + view.id(), VehicleView::version, VehicleBody::of));
    }

    @GET
    @Path("/companies/{id}/vehicles")
    @Operation(operationId = "listVehicles", summary = "Vehicles of a company")
    @APIResponseSchema(value = VehiclePage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<Page.Request> page = in.page(limit, cursor);
        Page.Request asked = in.build(page::get);
        return queries.vehicles(callers.caller(), new CompanyId(Input.pathId(id)), asked)
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(VehicleBody::of))));
    }

    @GET
    @Path("/vehicles/{id}")
    @Operation(operationId = "getVehicle", summary = "One vehicle")
    @APIResponseSchema(value = VehicleBody.class, responseCode = "200", responseDescription = "The vehicle")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.vehicle(callers.caller(), new VehicleId(Input.pathId(id)))
                .map(decision -> Answers.ok(decision, VehicleView::version, VehicleBody::of));
    }

    @PUT
    @Path("/vehicles/{id}")
    @Operation(
            operationId = "describeVehicle",
            summary = "Change what is known of a vehicle, or send it to the workshop")
    @APIResponseSchema(
            value = VehicleBody.class,
            responseCode = "200",
            responseDescription = "The vehicle as it is now")
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable ChangeBody body) {
        Version version = Input.ifMatch(seen);
        ChangeBody said = Input.body(body);
        Input in = new Input();
        Field<UUID> zone = in.id("zone", said.zone());
        Field<VehicleDescription> description = said.description(in);
        Field<Boolean> inMaintenance = in.given("inMaintenance", said.inMaintenance());
        var change = in.build(() -> new LookAfterVehicles.Change(
                callers.caller(),
                new VehicleId(Input.pathId(id)),
                version,
                new ZoneId(zone.get()),
                description.get(),
                inMaintenance.get()));
        return vehicles.change(change).map(decision -> Answers.ok(decision, VehicleView::version, VehicleBody::of));
    }

    @POST
    @Path("/vehicles/{id}/retirement")
    @Operation(operationId = "retireVehicle", summary = "The vehicle leaves the fleet")
    @APIResponseSchema(
            value = VehicleBody.class,
            responseCode = "200",
            responseDescription = "The vehicle as it is now")
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen) {
        Version version = Input.ifMatch(seen);
        return vehicles.retire(callers.caller(), new VehicleId(Input.pathId(id)), version)
                .map(decision -> Answers.ok(decision, VehicleView::version, VehicleBody::of));
    }

    @GET
    @Path("/vehicles/{id}/business-occupancy")
    @Operation(operationId = "getBusinessOccupancy", summary = "The plan windows of a vehicle, expanded into dates")
    @APIResponseSchema(
            value = BusinessOccupancyBody.class,
            responseCode = "200",
            responseDescription = "In order; hours that touch are told as one")
    public Uni<Response> businessOccupancy(
            @PathParam("id") String id,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end) {
        Input in = new Input();
        Field<Period> period = in.period(start, end);
        var stretch = in.build(() -> new FleetQueries.Stretch(period.get()));
        return queries.businessOccupancy(callers.caller(), new VehicleId(Input.pathId(id)), stretch)
                .map(decision -> Answers.ok(decision, BusinessOccupancyBody::of));
    }
}
