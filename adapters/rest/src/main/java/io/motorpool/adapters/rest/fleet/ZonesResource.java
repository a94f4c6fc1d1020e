package io.motorpool.adapters.rest.fleet;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.LookAfterZones;
import io.motorpool.application.fleet.LookAfterZones.Outline;
import io.motorpool.application.fleet.ZoneView;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Virtual zones. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Fleet")
class ZonesResource {

    private final LookAfterZones zones;
    private final FleetQueries queries;
    private final CallerSource callers;

    ZonesResource(LookAfterZones zones, FleetQueries queries, CallerSource callers) {
        this.zones = zones;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "Point")
    record PointBody(
            @Schema(required = true, minimum = "-180", maximum = "180", examples = "126.9780") @Nullable
            Double longitude,

            @Schema(required = true, minimum = "-90", maximum = "90", examples = "37.5665") @Nullable
            Double latitude) {

        static PointBody of(GeoPoint point) {
            return new PointBody(point.longitude(), point.latitude());
        }
    }

    @Schema(name = "OutlineOfZone")
    record ZoneOutlineBody(
            @Schema(required = true, maxLength = 60, examples = "본사 지하주차장") @Nullable
            String name,

            @Schema(required = true) @Nullable PointBody point,

            @Schema(minItems = 4, maxItems = 200, description = "A closed ring around the point", examples = """
                                    [{"longitude": 126.9775, "latitude": 37.5660},
                                     {"longitude": 126.9785, "latitude": 37.5660},
                                     {"longitude": 126.9785, "latitude": 37.5670},
                                     {"longitude": 126.9775, "latitude": 37.5670},
                                     {"longitude": 126.9775, "latitude": 37.5660}]""")
            @Nullable
            List<@Nullable PointBody> area) {}

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "ZonePage")
    record ZonePage(
            @Schema(required = true) List<ZoneBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Zone")
    record ZoneBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID company,
            @Schema(required = true) String name,
            @Schema(required = true) PointBody point,
            @Nullable List<PointBody> area,
            @Schema(required = true) ZoneStatus status) {

        static ZoneBody of(ZoneView view) {
            ZoneArea area = view.area();
            return new ZoneBody(
                    view.id().value(),
                    view.company().value(),
                    view.name(),
                    PointBody.of(view.point()),
                    area == null
                            ? null
                            : area.ring().stream().map(PointBody::of).toList(),
                    view.status());
        }
    }

    private static Outline outline(ZoneOutlineBody said) {
        Input in = new Input();
        Field<String> name = in.required("name", said.name(), ZonesResource::name);
        Field<GeoPoint> point = point(in, "point", said.point());
        Field<ZoneArea> area = area(in, said.area());
        return in.build(() -> new Outline(name.get(), point.get(), area.orNull()));
    }

    private static String name(String raw) {
        Text.check("a zone name", raw, VirtualZone.LONGEST_NAME);
        return raw;
    }

    private static Field<GeoPoint> point(Input in, String field, @Nullable PointBody body) {
        Field<PointBody> there = in.given(field, body);
        if (there.orNull() == null) {
            return in.absent();
        }
        Field<Double> longitude = in.given(field + ".longitude", there.get().longitude());
        Field<Double> latitude = in.given(field + ".latitude", there.get().latitude());
        return longitude.orNull() == null || latitude.orNull() == null
                ? in.absent()
                : in.made(field, () -> new GeoPoint(longitude.get(), latitude.get()));
    }

    private static Field<ZoneArea> area(Input in, @Nullable List<@Nullable PointBody> body) {
        if (body == null) {
            return in.absent();
        }
        List<GeoPoint> ring = new ArrayList<>();
        for (int i = 0; i < Math.min(body.size(), ZoneArea.MOST_POINTS + 1); i++) {
            point(in, "area[" + i + "]", body.get(i)).optional().ifPresent(ring::add);
        }
        return in.made("area", () -> new ZoneArea(ring));
    }

    @POST
    @Path("/companies/{id}/zones")
    @Operation(operationId = "defineZone", summary = "Put a marker on the map")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "201", responseDescription = "Defined")
    public Uni<Response> create(@PathParam("id") String id, @Nullable ZoneOutlineBody body) {
        ZoneOutlineBody said = Input.body(body);
        return zones.define(callers.caller(), new CompanyId(Input.pathId(id)), outline(said))
                .map(decision -> Answers.created(
                        decision, view -> "/api/v1/zones/" + view.id(), ZoneView::version, ZoneBody::of));
    }

    @GET
    @Path("/companies/{id}/zones")
    @Operation(operationId = "listZones", summary = "Zones of a company")
    @APIResponseSchema(value = ZonePage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<Page.Request> page = in.page(limit, cursor);
        Page.Request asked = in.build(page::get);
        return queries.zones(callers.caller(), new CompanyId(Input.pathId(id)), asked)
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(ZoneBody::of))));
    }

    @GET
    @Path("/zones/{id}")
    @Operation(operationId = "getZone", summary = "One zone")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "200", responseDescription = "The zone")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.zone(callers.caller(), new ZoneId(Input.pathId(id)))
                .map(decision -> Answers.ok(decision, ZoneView::version, ZoneBody::of));
    }

    @PUT
    @Path("/zones/{id}")
    @Operation(operationId = "changeZone", summary = "Change a zone")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "200", responseDescription = "The zone as it is now")
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String seen,
            @Nullable ZoneOutlineBody body) {
        Version version = Input.ifMatch(seen);
        ZoneOutlineBody said = Input.body(body);
        return zones.change(callers.caller(), new ZoneId(Input.pathId(id)), version, outline(said))
                .map(decision -> Answers.ok(decision, ZoneView::version, ZoneBody::of));
    }

    @POST
    @Path("/zones/{id}/retirement")
    @Operation(operationId = "retireZone", summary = "Give a zone up")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "200", responseDescription = "The zone as it is now")
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen) {
        Version version = Input.ifMatch(seen);
        return zones.retire(callers.caller(), new ZoneId(Input.pathId(id)), version)
                .map(decision -> Answers.ok(decision, ZoneView::version, ZoneBody::of));
    }
}
