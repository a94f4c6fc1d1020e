package io.motorpool.adapters.grpc.map;

import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.adapters.grpc.WhyNots;
import io.motorpool.api.map.v1.Area;
import io.motorpool.api.map.v1.BoundingBox;
import io.motorpool.api.map.v1.Drive;
import io.motorpool.api.map.v1.MapLayer;
import io.motorpool.api.map.v1.Ownership;
import io.motorpool.api.map.v1.Point;
import io.motorpool.api.map.v1.Propulsion;
import io.motorpool.api.map.v1.VehicleOfZone;
import io.motorpool.api.map.v1.ZoneMarker;
import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.map.ZoneMarkers.Marker;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VehicleDescription;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Between what is said of the map and what the model has of it. */
public final class MapMessages {

    private MapMessages() {}

    /** Zero degrees are a place, so each edge has to be said. */
    static Field<io.motorpool.domain.fleet.BoundingBox> box(Input in, boolean said, BoundingBox box) {
        if (!said) {
            return in.missing("box");
        }
        Field<Double> west = edge(in, "box.west", box.hasWest(), box.getWest());
        Field<Double> south = edge(in, "box.south", box.hasSouth(), box.getSouth());
        Field<Double> east = edge(in, "box.east", box.hasEast(), box.getEast());
        Field<Double> north = edge(in, "box.north", box.hasNorth(), box.getNorth());
        return in.made(
                "box",
                () -> new io.motorpool.domain.fleet.BoundingBox(west.get(), south.get(), east.get(), north.get()));
    }

    private static Field<Double> edge(Input in, String field, boolean said, double degrees) {
        return in.required(field, said, degrees, Function.identity());
    }

    static Set<io.motorpool.application.map.MapLayer> layers(List<MapLayer> named) {
        Set<io.motorpool.application.map.MapLayer> layers = EnumSet.noneOf(io.motorpool.application.map.MapLayer.class);
        for (MapLayer layer : named) {
            boolean fresh = layers.add(layer(layer));
            if (!fresh) {
                throw new IllegalArgumentException("must name each layer once");
            }
        }
        return layers;
    }

    /** One of a newer client is none that could be shown here. */
    private static io.motorpool.application.map.MapLayer layer(MapLayer layer) {
        return switch (layer) {
            case MAP_LAYER_PUBLIC_ZONES -> io.motorpool.application.map.MapLayer.PUBLIC_ZONES;
            case MAP_LAYER_VIRTUAL_ZONES -> io.motorpool.application.map.MapLayer.VIRTUAL_ZONES;
            case MAP_LAYER_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("must be layers that this server knows");
        };
    }

    static ZoneMarker of(Marker marker) {
        ZoneMarker.Builder message = ZoneMarker.newBuilder()
                .setZone(marker.zone().toString())
                .setName(marker.name())
                .setPoint(of(marker.point()))
                .setVehicles(Math.toIntExact(marker.vehicles()));
        if (marker.area() != null) {
            message = message.setArea(Area.newBuilder()
                    .addAllRing(
                            marker.area().ring().stream().map(MapMessages::of).toList()));
        }
        return message.build();
    }

    private static Point of(GeoPoint point) {
        return Point.newBuilder()
                .setLongitude(point.longitude())
                .setLatitude(point.latitude())
                .build();
    }

    public static VehicleOfZone of(VehicleRow row) {
        VehicleDescription description = row.description();
        VehicleOfZone.Builder message = VehicleOfZone.newBuilder()
                .setVehicle(row.vehicle().toString())
                .setPlate(description.plate().value())
                .setModel(description.model())
                .setSeats(description.seats())
                .setOwnership(of(description.ownership()))
                .setDrive(of(description.drive()))
                .setAvailable(row.available());
        if (row.whyNot().isPresent()) {
            message = message.setWhyNot(WhyNots.of(row.whyNot().get()));
        }
        return message.build();
    }

    private static Ownership of(io.motorpool.domain.fleet.Ownership ownership) {
        return switch (ownership) {
            case COMPANY -> Ownership.OWNERSHIP_COMPANY;
            case OPERATOR -> Ownership.OWNERSHIP_OPERATOR;
        };
    }

    private static Drive of(io.motorpool.domain.fleet.Drive drive) {
        return Drive.newBuilder()
                .setPropulsion(of(drive.propulsion()))
                .setRangeKm(drive.rangeKm())
                .build();
    }

    private static Propulsion of(io.motorpool.domain.fleet.Propulsion propulsion) {
        return switch (propulsion) {
            case COMBUSTION -> Propulsion.PROPULSION_COMBUSTION;
            case COMBUSTION_DIESEL -> Propulsion.PROPULSION_COMBUSTION_DIESEL;
            case HYBRID -> Propulsion.PROPULSION_HYBRID;
            case PLUG_IN_HYBRID -> Propulsion.PROPULSION_PLUG_IN_HYBRID;
            case ELECTRIC -> Propulsion.PROPULSION_ELECTRIC;
            case HYDROGEN_FUEL_CELL -> Propulsion.PROPULSION_HYDROGEN_FUEL_CELL;
        };
    }
}
