package io.motorpool.adapters.grpc.map;

import io.motorpool.adapters.grpc.Edge;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.adapters.grpc.Pages;
import io.motorpool.api.map.v1.ListVehiclesOfZoneRequest;
import io.motorpool.api.map.v1.ListVehiclesOfZoneResponse;
import io.motorpool.api.map.v1.ListZoneMarkersRequest;
import io.motorpool.api.map.v1.ListZoneMarkersResponse;
import io.motorpool.api.map.v1.MapService;
import io.motorpool.application.map.MapLayer;
import io.motorpool.application.map.MapQueries;
import io.motorpool.application.map.MapQueries.Markers;
import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What the mobility app shows before somebody reserves (C4). */
@GrpcService
class MapGrpcService implements MapService {

    private final MapQueries queries;
    private final Edge edge;

    MapGrpcService(MapQueries queries, Edge edge) {
        this.queries = queries;
        this.edge = edge;
    }

    @Override
    public Uni<ListZoneMarkersResponse> listZoneMarkers(ListZoneMarkersRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<BoundingBox> box = MapMessages.box(in, request.hasBox(), request.getBox());
                    Field<Set<MapLayer>> layers = in.made("layers", () -> MapMessages.layers(request.getLayersList()));
                    BoundingBox part = in.build(box::get);
                    return queries.markers(caller, part, layers.get());
                },
                MapGrpcService::markers);
    }

    private static ListZoneMarkersResponse markers(Markers found) {
        return ListZoneMarkersResponse.newBuilder()
                .addAllZones(found.zones().stream().map(MapMessages::of).toList())
                .setTruncated(found.truncated())
                .build();
    }

    @Override
    public Uni<ListVehiclesOfZoneResponse> listVehiclesOfZone(ListVehiclesOfZoneRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<ZoneId> zone = in.id("zone", request.getZone(), ZoneId::new);
                    Field<Period> period =
                            in.stretch(request.hasStart(), request.getStart(), request.hasEnd(), request.getEnd());
                    Field<Page.Request> page =
                            Pages.read(in, request.getPageSize(), request.getPageToken(), Pages.Order.BY_ID);
                    Period asked = in.build(period::get);
                    return queries.vehicles(caller, zone.get(), asked, page.get());
                },
                MapGrpcService::page);
    }

    private static ListVehiclesOfZoneResponse page(Page<VehicleRow> found) {
        return ListVehiclesOfZoneResponse.newBuilder()
                .addAllVehicles(found.items().stream().map(MapMessages::of).toList())
                .setNextPageToken(Pages.next(found))
                .build();
    }
}
