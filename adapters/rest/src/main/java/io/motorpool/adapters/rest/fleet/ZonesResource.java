package io.motorpool.adapters.rest.fleet;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.LookAfterZones;
import io.motorpool.application.fleet.LookAfterZones.Outline;
import io.motorpool.application.fleet.ZoneView;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
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

    private static final Representation<ZoneView> ZONES =
            new Representation<>("/api/v1/zones", ZoneView::id, ZoneView::version, ZoneBody::of);

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

        static Field<GeoPoint> read(Input in, String field, @Nullable PointBody body) {
            Field<PointBody> there = in.given(field, body);
            if (there.orNull() == null) {
                return in.absent();
            }
            Field<Double> longitude =
                    in.given(field + ".longitude", there.get().longitude(), east -> new GeoPoint(east, 0).longitude());
            Field<Double> latitude =
                    in.given(field + ".latitude", there.get().latitude(), north -> new GeoPoint(0, north).latitude());
            return in.made(field, () -> new GeoPoint(longitude.get(), latitude.get()));
        }
    }

    @Schema(name = "OutlineOfZone")
    record ZoneOutlineBody(
            @Schema(required = true, minLength = 1, maxLength = VirtualZone.LONGEST_NAME, examples = "본사 지하주차장")
            @Nullable
            String name,

            @Schema(required = true) @Nullable PointBody point,

            @Schema(
                    minItems = ZoneArea.FEWEST_POINTS,
                    maxItems = ZoneArea.MOST_POINTS,
                    description = "A closed ring around the point",
                    examples = """
                                    [{"longitude": 126.9775, "latitude": 37.5660},
                                     {"longitude": 126.9785, "latitude": 37.5660},
                                     {"longitude": 126.9785, "latitude": 37.5670},
                                     {"longitude": 126.9775, "latitude": 37.5670},
                                     {"longitude": 126.9775, "latitude": 37.5660}]""")
            @Nullable
            List<@Nullable PointBody> area) {

        Outline outline() {
            Input in = new Input();
            Field<String> called = in.text("name", name, VirtualZone.LONGEST_NAME);
            Field<GeoPoint> marker = PointBody.read(in, "point", point);
            Field<ZoneArea> ground = ground(in);
            Field<Outline> outline = in.made("point", () -> new Outline(called.get(), marker.get(), ground.orNull()));
            return in.build(outline::get);
        }

        private Field<ZoneArea> ground(Input in) {
            if (area == null) {
                return in.absent();
            }
            List<GeoPoint> ring = new ArrayList<>();
            for (int i = 0; i < Math.min(area.size(), ZoneArea.MOST_POINTS + 1); i++) {
                PointBody.read(in, "area[" + i + "]", area.get(i)).optional().ifPresent(ring::add);
            }
            return in.made("area", () -> new ZoneArea(ring));
        }
    }

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

    @POST
    @Path("/companies/{id}/zones")
    @Operation(operationId = "defineZone", summary = "Put a marker on the map")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "201", responseDescription = "Defined")
    @Refuses(conflicts = "company-retired")
    public Uni<Response> create(@PathParam("id") String id, @Nullable ZoneOutlineBody body) {
        Outline outline = Input.body(body).outline();
        return ZONES.created(zones.define(callers.caller(), new CompanyId(Input.pathId(id)), outline));
    }

    @GET
    @Path("/companies/{id}/zones")
    @Operation(operationId = "listZones", summary = "Zones of a company")
    @APIResponseSchema(value = ZonePage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        return ZONES.page(queries.zones(callers.caller(), new CompanyId(Input.pathId(id)), paging.request()));
    }

    @GET
    @Path("/zones/{id}")
    @Operation(operationId = "getZone", summary = "One zone")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "200", responseDescription = "The zone")
    public Uni<Response> one(@PathParam("id") String id) {
        return ZONES.one(queries.zone(callers.caller(), id(id)));
    }

    @PUT
    @Path("/zones/{id}")
    @Operation(operationId = "changeZone", summary = "Change a zone")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "zone-retired")
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ZoneOutlineBody body) {
        Version version = Headers.ifMatch(seen);
        Outline outline = Input.body(body).outline();
        return ZONES.one(zones.change(callers.caller(), id(id), version, outline));
    }

    @POST
    @Path("/zones/{id}/retirement")
    @Operation(operationId = "retireZone", summary = "Give a zone up")
    @APIResponseSchema(value = ZoneBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"zone-retired", "zone-still-holds-vehicles"})
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return ZONES.one(zones.retire(callers.caller(), id(id), version));
    }

    private static ZoneId id(String raw) {
        return new ZoneId(Input.pathId(raw));
    }
}
