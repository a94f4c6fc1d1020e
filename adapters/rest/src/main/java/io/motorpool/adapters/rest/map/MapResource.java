package io.motorpool.adapters.rest.map;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Cursors;
import io.motorpool.adapters.rest.DriveBody;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.WhyNotBody;
import io.motorpool.application.map.MapLayer;
import io.motorpool.application.map.MapQueries;
import io.motorpool.application.map.MapQueries.Markers;
import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.map.ZoneMarkers.Marker;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the mobility app shows before somebody reserves (C4). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Map")
class MapResource {

    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");

    private final MapQueries queries;
    private final CallerSource callers;

    MapResource(MapQueries queries, CallerSource callers) {
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "GeoJsonPoint", description = "GeoJSON (RFC 7946): longitude first")
    record PointBody(
            @Schema(required = true, examples = "Point") String type,

            @Schema(required = true, minItems = 2, maxItems = 2, examples = "[127.0276, 37.4979]")
            List<Double> coordinates) {

        static PointBody of(GeoPoint point) {
            return new PointBody("Point", MapResource.position(point));
        }
    }

    @Schema(name = "GeoJsonPolygon", description = "GeoJSON (RFC 7946): longitude first, one closed ring")
    record PolygonBody(
            @Schema(required = true, examples = "Polygon") String type,

            @Schema(required = true, minItems = 1, maxItems = 1)
            List<List<List<Double>>> coordinates) {

        static PolygonBody of(ZoneArea area) {
            return new PolygonBody(
                    "Polygon",
                    List.of(area.ring().stream().map(MapResource::position).toList()));
        }
    }

    private static List<Double> position(GeoPoint point) {
        return List.of(point.longitude(), point.latitude());
    }

    @Schema(name = "ZoneMarker")
    record MarkerBody(
            @Schema(required = true) UUID zone,
            @Schema(required = true) String name,
            @Schema(required = true) PointBody point,

            @Schema(description = "Absent when the point alone says enough") @Nullable
            PolygonBody area,

            @Schema(required = true, minimum = "0", description = "How many stand there that have not left the fleet")
            long vehicles) {

        static MarkerBody of(Marker marker) {
            ZoneArea area = marker.area();
            return new MarkerBody(
                    marker.zone().value(),
                    marker.name(),
                    PointBody.of(marker.point()),
                    area == null ? null : PolygonBody.of(area),
                    marker.vehicles());
        }
    }

    @Schema(name = "ZoneMarkers")
    record MarkersBody(
            @Schema(required = true, maxItems = MapQueries.MOST_MARKERS)
            List<MarkerBody> zones,

            @Schema(required = true, description = "Whether there are more than are shown")
            boolean truncated) {

        static MarkersBody of(Markers markers) {
            return new MarkersBody(markers.zones().stream().map(MarkerBody::of).toList(), markers.truncated());
        }
    }

    @Schema(name = "VehicleOfZone")
    record RowBody(
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) String plate,
            @Schema(required = true) String model,
            @Schema(required = true, minimum = "1") int seats,
            @Schema(required = true) Ownership ownership,
            @Schema(required = true) DriveBody drive,

            @Schema(required = true, description = "Whether the caller gets it if they reserve it at once")
            boolean available,

            @Schema(description = "Absent when it is available") @Nullable
            WhyNotBody whyNot) {

        static RowBody of(VehicleRow row) {
            return new RowBody(
                    row.vehicle().value(),
                    row.description().plate().value(),
                    row.description().model(),
                    row.description().seats(),
                    row.description().ownership(),
                    DriveBody.of(row.description().drive()),
                    row.available(),
                    row.whyNot().map(WhyNotBody::of).orElse(null));
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "VehicleOfZonePage")
    record RowPage(
            @Schema(required = true) List<RowBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/map/zones")
    @Operation(
            operationId = "listZoneMarkers",
            summary = "Zones in a part of the map, of the layers that are asked for; none when none is")
    @APIResponseSchema(value = MarkersBody.class, responseCode = "200", responseDescription = "At most 200")
    public Uni<Response> markers(
            @QueryParam("box") @Nullable String box, @QueryParam("layers") @Nullable String layers) {
        Input in = new Input();
        Field<BoundingBox> part = in.required("box", box, MapResource::box);
        Field<Set<MapLayer>> shown = in.optional("layers", layers, MapResource::layers);
        BoundingBox asked = in.build(part::get);
        return Answers.ok(
                queries.markers(callers.caller(), asked, shown.optional().orElse(Set.of())), MarkersBody::of);
    }

    @GET
    @Path("/zones/{id}/vehicles")
    @Operation(
            operationId = "listVehiclesOfZone",
            summary = "One row per vehicle, with whether it can be had and why not")
    @APIResponseSchema(value = RowPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> vehicles(@PathParam("id") String id, @BeanParam Between between, @BeanParam Paging paging) {
        ZoneId zone = new ZoneId(Input.pathId(id));
        Input in = new Input();
        Field<Period> period = between.read(in);
        Field<Page.Request> page = paging.read(in, Cursors.Order.BY_ID);
        Period asked = in.build(period::get);
        return Answers.page(queries.vehicles(callers.caller(), zone, asked, page.get()), RowBody::of);
    }

    private static BoundingBox box(String raw) {
        String[] edges = raw.split(",", -1);
        if (edges.length != 4) {
            throw new IllegalArgumentException("must be west,south,east,north");
        }
        return new BoundingBox(degrees(edges[0]), degrees(edges[1]), degrees(edges[2]), degrees(edges[3]));
    }

    private static double degrees(String raw) {
        if (!DEGREES.matcher(raw).matches()) {
            throw new IllegalArgumentException("must be degrees like 127.0276");
        }
        return Double.parseDouble(raw);
    }

    private static Set<MapLayer> layers(String raw) {
        Set<MapLayer> layers = EnumSet.noneOf(MapLayer.class);
        for (String name : raw.split(",", -1)) {
            boolean fresh = layers.add(layer(name));
            if (!fresh) {
                throw new IllegalArgumentException("must name each layer once");
            }
        }
        return layers;
    }

    private static MapLayer layer(String name) {
        for (MapLayer layer : MapLayer.values()) {
            if (layer.name().equals(name)) {
                return layer;
            }
        }
        throw new IllegalArgumentException("must be among PUBLIC_ZONES,VIRTUAL_ZONES");
    }
}
