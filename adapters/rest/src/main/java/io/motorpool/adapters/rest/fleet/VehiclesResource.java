package io.motorpool.adapters.rest.fleet;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.DriveBody;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.SpanBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.LookAfterVehicles;
import io.motorpool.application.fleet.LookAfterVehicles.Addition;
import io.motorpool.application.fleet.LookAfterVehicles.Change;
import io.motorpool.application.fleet.VehicleView;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Drive;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    private static final Representation<VehicleView> VEHICLES =
            new Representation<>("/api/v1/vehicles", VehicleView::id, VehicleView::version, VehicleBody::of);

    private final LookAfterVehicles vehicles;
    private final FleetQueries queries;
    private final CallerSource callers;

    VehiclesResource(LookAfterVehicles vehicles, FleetQueries queries, CallerSource callers) {
        this.vehicles = vehicles;
        this.queries = queries;
        this.callers = callers;
    }

    /** What both bodies say of a vehicle. */
    sealed interface DescriptionBody {

        @Nullable
        String plate();

        @Nullable
        String vin();

        @Nullable
        String model();

        @Nullable
        Integer seats();

        @Nullable
        String ownership();

        @Nullable
        Integer turnaroundMinutes();

        @Nullable
        DriveBody drive();

        /** From what moved it before: whoever says nothing of that leaves it as it was. */
        default Field<Function<Drive, VehicleDescription>> description(Input in) {
            Field<Plate> registered = in.required("plate", plate(), Plate::parse);
            Field<Vin> number = in.required("vin", vin(), Vin::parse);
            Field<String> named = in.text("model", model(), VehicleDescription.LONGEST_MODEL);
            Field<Integer> places = in.given("seats", seats(), VehicleDescription::checkedSeats);
            Field<Ownership> owned = in.oneOf(Ownership.class, "ownership", ownership());
            Field<Duration> between = in.given(
                    "turnaroundMinutes",
                    turnaroundMinutes(),
                    minutes -> VehicleDescription.checkedTurnaround(Duration.ofMinutes(minutes)));
            Field<Drive> told = DriveBody.read(in, "drive", drive());
            return in.made("body", () -> {
                var described = new VehicleDescription(
                        registered.get(),
                        number.get(),
                        named.get(),
                        places.get(),
                        owned.get(),
                        between.get(),
                        told.optional().orElse(Drive.USUAL));
                return before -> told.optional().isPresent() ? described : described.drivenBy(before);
            });
        }
    }

    @Schema(name = "AddVehicle")
    record AddBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70") @Nullable
            String zone,

            @Schema(required = true, pattern = "^([가-힣]{2} ?)?\\d{2,3} ?[가-힣] ?\\d{4}$", examples = "123가4567")
            @Nullable
            String plate,

            @Schema(required = true, pattern = "^[A-HJ-NPR-Za-hj-npr-z0-9]{17}$", examples = "KMHL14JA5PA123456")
            @Nullable
            String vin,

            @Schema(required = true, minLength = 1, maxLength = VehicleDescription.LONGEST_MODEL, examples = "아이오닉 5")
            @Nullable
            String model,

            @Schema(required = true, minimum = "1", maximum = "45", examples = "5") @Nullable
            Integer seats,

            @Schema(required = true, implementation = Ownership.class) @Nullable
            String ownership,

            @Schema(required = true, minimum = "0", maximum = "240", multipleOf = 10, examples = "10") @Nullable
            Integer turnaroundMinutes,

            @Schema(required = true, minimum = "0", maximum = "9999999", examples = "12000") @Nullable
            Integer odometerKm,

            @Schema(description = "Absent: combustion and 500 km") @Nullable
            DriveBody drive)
            implements DescriptionBody {

        Addition to(CompanyId company, Caller caller) {
            Input in = new Input();
            Field<UUID> place = in.id("zone", zone);
            Field<Function<Drive, VehicleDescription>> description = description(in);
            Field<Odometer> odometer = in.given("odometerKm", odometerKm, Odometer::new);
            return in.build(() -> new Addition(
                    caller, company, new ZoneId(place.get()), description.get().apply(Drive.USUAL), odometer.get()));
        }
    }

    @Schema(name = "ChangeVehicleDescription")
    record ChangeBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70") @Nullable
            String zone,

            @Schema(required = true, pattern = "^([가-힣]{2} ?)?\\d{2,3} ?[가-힣] ?\\d{4}$", examples = "123가4567")
            @Nullable
            String plate,

            @Schema(required = true, pattern = "^[A-HJ-NPR-Za-hj-npr-z0-9]{17}$", examples = "KMHL14JA5PA123456")
            @Nullable
            String vin,

            @Schema(required = true, minLength = 1, maxLength = VehicleDescription.LONGEST_MODEL, examples = "아이오닉 5")
            @Nullable
            String model,

            @Schema(required = true, minimum = "1", maximum = "45", examples = "5") @Nullable
            Integer seats,

            @Schema(required = true, implementation = Ownership.class) @Nullable
            String ownership,

            @Schema(required = true, minimum = "0", maximum = "240", multipleOf = 10, examples = "10") @Nullable
            Integer turnaroundMinutes,

            @Schema(required = true, examples = "false") @Nullable
            Boolean inMaintenance,

            @Schema(description = "Absent: as it was") @Nullable
            DriveBody drive)
            implements DescriptionBody {

        Change of(VehicleId vehicle, Version seen, Caller caller) {
            Input in = new Input();
            Field<UUID> place = in.id("zone", zone);
            Field<Function<Drive, VehicleDescription>> description = description(in);
            Field<Boolean> away = in.given("inMaintenance", inMaintenance);
            return in.build(() -> new Change(
                    caller, vehicle, seen, new ZoneId(place.get()), correction(description.get()), away.get()));
        }
    }

    private static UnaryOperator<VehicleDescription> correction(Function<Drive, VehicleDescription> description) {
        return before -> description.apply(before.drive());
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

            @Schema(required = true, pattern = "^([가-힣]{2})?\\d{2,3}[가-힣]\\d{4}$")
            String plate,

            @Schema(required = true, pattern = "^[A-HJ-NPR-Z0-9]{17}$")
            String vin,

            @Schema(required = true) String model,
            @Schema(required = true) int seats,
            @Schema(required = true) Ownership ownership,
            @Schema(required = true) long turnaroundMinutes,
            @Schema(required = true) DriveBody drive,
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
                    DriveBody.of(described.drive()),
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

    @POST
    @Path("/companies/{id}/vehicles")
    @Operation(operationId = "addVehicle", summary = "Add a vehicle to the fleet")
    @APIResponseSchema(value = VehicleBody.class, responseCode = "201", responseDescription = "Added")
    @Refuses(conflicts = {"company-retired", "zone-retired", "plate-taken", "vin-taken"})
    public Uni<Response> create(@PathParam("id") String id, @Nullable AddBody body) {
        CompanyId company = new CompanyId(Input.pathId(id));
        return VEHICLES.created(vehicles.add(Input.body(body).to(company, callers.caller())));
    }

    @GET
    @Path("/companies/{id}/vehicles")
    @Operation(operationId = "listVehicles", summary = "Vehicles of a company")
    @APIResponseSchema(value = VehiclePage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        CompanyId company = new CompanyId(Input.pathId(id));
        return VEHICLES.page(queries.vehicles(callers.caller(), company, paging.request()));
    }

    @GET
    @Path("/vehicles/{id}")
    @Operation(operationId = "getVehicle", summary = "One vehicle")
    @APIResponseSchema(value = VehicleBody.class, responseCode = "200", responseDescription = "The vehicle")
    public Uni<Response> one(@PathParam("id") String id) {
        return VEHICLES.one(queries.vehicle(callers.caller(), id(id)));
    }

    @PUT
    @Path("/vehicles/{id}")
    @Operation(
            operationId = "describeVehicle",
            summary = "Change what is known of a vehicle, or send it to the workshop")
    @APIResponseSchema(value = VehicleBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"vehicle-retired", "zone-retired", "plate-taken", "vin-taken"})
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ChangeBody body) {
        Version version = Headers.ifMatch(seen);
        return VEHICLES.one(vehicles.change(Input.body(body).of(id(id), version, callers.caller())));
    }

    @POST
    @Path("/vehicles/{id}/retirement")
    @Operation(operationId = "retireVehicle", summary = "The vehicle leaves the fleet")
    @APIResponseSchema(value = VehicleBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"vehicle-retired", "vehicle-still-reserved"})
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return VEHICLES.one(vehicles.retire(callers.caller(), id(id), version));
    }

    @GET
    @Path("/vehicles/{id}/business-occupancy")
    @Operation(operationId = "getBusinessOccupancy", summary = "The plan windows of a vehicle, expanded into dates")
    @APIResponseSchema(
            value = BusinessOccupancyBody.class,
            responseCode = "200",
            responseDescription = "In order; hours that touch are told as one")
    public Uni<Response> businessOccupancy(@PathParam("id") String id, @BeanParam Between between) {
        var stretch = new FleetQueries.Stretch(between.period());
        return Answers.ok(queries.businessOccupancy(callers.caller(), id(id), stretch), BusinessOccupancyBody::of);
    }

    private static VehicleId id(String raw) {
        return new VehicleId(Input.pathId(raw));
    }
}
