package io.motorpool.adapters.rest.map;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.map.GbfsBodies.DiscoveryBody;
import io.motorpool.adapters.rest.map.GbfsBodies.FeedBody;
import io.motorpool.adapters.rest.map.GbfsBodies.FeedsBody;
import io.motorpool.adapters.rest.map.GbfsBodies.SystemBody;
import io.motorpool.adapters.rest.map.GbfsBodies.SystemInformationBody;
import io.motorpool.adapters.rest.map.GbfsBodies.TextBody;
import io.motorpool.adapters.rest.map.GbfsStations.StationInformationBody;
import io.motorpool.adapters.rest.map.GbfsStations.StationStatesBody;
import io.motorpool.adapters.rest.map.GbfsStations.StationStatusBody;
import io.motorpool.adapters.rest.map.GbfsStations.StationsBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.FreeVehiclesBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.TypesBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleAvailabilityBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleStatesBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleStatusBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleTypesBody;
import io.motorpool.application.map.FleetOverviews;
import io.motorpool.application.map.FleetOverviews.CompanyName;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A company's fleet as GBFS 3.1, for those who may see it anyway (ADR-0061). Ids are those of the API, so that a program that
 * shows a vehicle can reserve it.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "GBFS")
class GbfsResource {

    /** What people change, and what changes by itself. */
    private static final Duration SELDOM = Duration.ofMinutes(5);

    private static final Duration OFTEN = Duration.ofSeconds(10);

    private static final List<String> FEEDS = List.of(
            "gbfs",
            "system_information",
            "vehicle_types",
            "station_information",
            "station_status",
            "vehicle_status",
            "vehicle_availability");

    private final FleetOverviews overviews;
    private final FeedSettings settings;
    private final CallerSource callers;

    GbfsResource(FleetOverviews overviews, FeedSettings settings, CallerSource callers) {
        this.overviews = overviews;
        this.settings = settings;
        this.callers = callers;
    }

    @GET
    @Path("/companies/{id}/gbfs/gbfs.json")
    @Operation(operationId = "discoverGbfs", summary = "Which feeds of the company's fleet there are")
    @APIResponseSchema(value = DiscoveryBody.class, responseCode = "200", responseDescription = "gbfs.json of GBFS 3.1")
    public Uni<Response> discovery(@PathParam("id") String id) {
        CompanyId company = id(id);
        return show(
                SELDOM,
                overviews.company(callers.caller(), company),
                found -> new DiscoveryBody(at(found.asOf()), ttl(SELDOM), GbfsBodies.VERSION, feeds(company)));
    }

    @GET
    @Path("/companies/{id}/gbfs/system_information.json")
    @Operation(operationId = "getGbfsSystemInformation", summary = "Whose fleet it is")
    @APIResponseSchema(
            value = SystemInformationBody.class,
            responseCode = "200",
            responseDescription = "system_information.json of GBFS 3.1")
    public Uni<Response> system(@PathParam("id") String id) {
        CompanyId company = id(id);
        return show(
                SELDOM,
                overviews.company(callers.caller(), company),
                found -> new SystemInformationBody(
                        at(found.asOf()), ttl(SELDOM), GbfsBodies.VERSION, system(company, found)));
    }

    @GET
    @Path("/companies/{id}/gbfs/vehicle_types.json")
    @Operation(operationId = "getGbfsVehicleTypes", summary = "What kinds of vehicles the company has")
    @APIResponseSchema(
            value = VehicleTypesBody.class,
            responseCode = "200",
            responseDescription = "vehicle_types.json of GBFS 3.1")
    @Refuses(rules = "too-large-to-tell")
    public Uni<Response> types(@PathParam("id") String id) {
        return show(
                SELDOM,
                overviews.fleet(callers.caller(), id(id)),
                fleet -> new VehicleTypesBody(at(fleet.asOf()), ttl(SELDOM), GbfsBodies.VERSION, TypesBody.of(fleet)));
    }

    @GET
    @Path("/companies/{id}/gbfs/station_information.json")
    @Operation(operationId = "getGbfsStationInformation", summary = "The company's virtual zones, as virtual stations")
    @APIResponseSchema(
            value = StationInformationBody.class,
            responseCode = "200",
            responseDescription = "station_information.json of GBFS 3.1")
    @Refuses(rules = "too-large-to-tell")
    public Uni<Response> stations(@PathParam("id") String id) {
        return show(
                SELDOM,
                overviews.zones(callers.caller(), id(id)),
                zones -> new StationInformationBody(
                        at(zones.asOf()), ttl(SELDOM), GbfsBodies.VERSION, StationsBody.of(zones)));
    }

    @GET
    @Path("/companies/{id}/gbfs/station_status.json")
    @Operation(operationId = "getGbfsStationStatus", summary = "How many vehicles can be had in each zone")
    @APIResponseSchema(
            value = StationStatusBody.class,
            responseCode = "200",
            responseDescription = "station_status.json of GBFS 3.1")
    @Refuses(rules = "too-large-to-tell")
    public Uni<Response> stationStatus(@PathParam("id") String id) {
        CompanyId company = id(id);
        return show(
                OFTEN,
                Proceed.with(
                        overviews.zones(callers.caller(), company),
                        zones -> overviews
                                .fleet(callers.caller(), company)
                                .map(fleet -> fleet.map(found -> new StationStatusBody(
                                        at(found.asOf()),
                                        ttl(OFTEN),
                                        GbfsBodies.VERSION,
                                        StationStatesBody.of(zones, found))))),
                Function.identity());
    }

    @GET
    @Path("/companies/{id}/gbfs/vehicle_status.json")
    @Operation(
            operationId = "getGbfsVehicleStatus",
            summary = "The vehicles that stand in their zones, and whether they can be had")
    @APIResponseSchema(
            value = VehicleStatusBody.class,
            responseCode = "200",
            responseDescription = "vehicle_status.json of GBFS 3.1")
    @Refuses(rules = "too-large-to-tell")
    public Uni<Response> vehicles(@PathParam("id") String id) {
        return show(
                OFTEN,
                overviews.fleet(callers.caller(), id(id)),
                fleet -> new VehicleStatusBody(
                        at(fleet.asOf()), ttl(OFTEN), GbfsBodies.VERSION, VehicleStatesBody.of(fleet)));
    }

    @GET
    @Path("/companies/{id}/gbfs/vehicle_availability.json")
    @Operation(operationId = "getGbfsVehicleAvailability", summary = "From when until when each vehicle can be had")
    @APIResponseSchema(
            value = VehicleAvailabilityBody.class,
            responseCode = "200",
            responseDescription = "vehicle_availability.json of GBFS 3.1")
    @Refuses(rules = "too-large-to-tell")
    public Uni<Response> availability(@PathParam("id") String id) {
        return show(
                OFTEN,
                overviews.fleet(callers.caller(), id(id)),
                fleet -> new VehicleAvailabilityBody(
                        at(fleet.asOf()), ttl(OFTEN), GbfsBodies.VERSION, FreeVehiclesBody.of(fleet)));
    }

    /** Whoever asks may keep it for so long; nobody between us may, because it is for them alone. */
    private static <T> Uni<Response> show(Duration fresh, Uni<Decision<T, Refusal>> decided, Function<T, ?> body) {
        return Answers.of(
                decided,
                found -> Response.ok(body.apply(found), MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + ttl(fresh))
                        .build());
    }

    private FeedsBody feeds(CompanyId company) {
        String folder = settings.address().toString().replaceFirst("/+$", "") + "/api/v1/companies/" + company.value()
                + "/gbfs/";
        return new FeedsBody(FEEDS.stream()
                .map(name -> new FeedBody(name, folder + name + ".json"))
                .toList());
    }

    private SystemBody system(CompanyId company, CompanyName found) {
        return new SystemBody(
                company.value().toString(),
                List.of("ko"),
                TextBody.of(found.name()),
                "24/7",
                settings.contact(),
                BusinessZone.SEOUL.getId());
    }

    private static Instant at(Instant asOf) {
        return GbfsBodies.seconds(asOf);
    }

    private static int ttl(Duration fresh) {
        return Math.toIntExact(fresh.toSeconds());
    }

    private static CompanyId id(String raw) {
        return new CompanyId(Input.pathId(raw));
    }
}
