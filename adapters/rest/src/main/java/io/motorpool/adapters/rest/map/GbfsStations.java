package io.motorpool.adapters.rest.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motorpool.adapters.rest.map.GbfsBodies.TextBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.TypeBody;
import io.motorpool.application.map.FleetOverviews;
import io.motorpool.application.map.FleetOverviews.Standing;
import io.motorpool.application.map.ZoneMarkers.Marker;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.reservation.Readiness;
import io.motorpool.domain.shared.ZoneId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The feeds of GBFS 3.1 about zones, which it calls virtual stations. */
final class GbfsStations {

    private GbfsStations() {}

    @Schema(name = "GbfsStationInformation")
    record StationInformationBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true) int ttl,
            @Schema(required = true) String version,
            @Schema(required = true) StationsBody data) {}

    @Schema(name = "GbfsStations")
    record StationsBody(
            @Schema(required = true, maxItems = FleetOverviews.MOST_ZONES)
            List<StationBody> stations) {

        static StationsBody of(FleetOverviews.Zones zones) {
            return new StationsBody(zones.zones().stream().map(StationBody::of).toList());
        }
    }

    @Schema(name = "GbfsStation")
    record StationBody(
            @JsonProperty("station_id") @Schema(required = true)
            UUID stationId,

            @Schema(required = true) List<TextBody> name,
            @Schema(required = true) double lat,
            @Schema(required = true) double lon,

            @JsonProperty("is_virtual_station") @Schema(required = true)
            boolean isVirtualStation,

            @JsonProperty("station_area") @Schema(description = "Absent when the point alone says enough") @Nullable
            StationAreaBody stationArea) {

        static StationBody of(Marker marker) {
            ZoneArea area = marker.area();
            return new StationBody(
                    marker.zone().value(),
                    TextBody.of(marker.name()),
                    marker.point().latitude(),
                    marker.point().longitude(),
                    true,
                    area == null ? null : StationAreaBody.of(area));
        }
    }

    @Schema(name = "GeoJsonMultiPolygon", description = "GeoJSON (RFC 7946): longitude first, counterclockwise")
    record StationAreaBody(
            @Schema(required = true, examples = "MultiPolygon")
            String type,

            @Schema(required = true) List<List<List<List<Double>>>> coordinates) {

        static StationAreaBody of(ZoneArea area) {
            List<List<Double>> ring = area.counterclockwise().stream()
                    .map(point -> List.of(point.longitude(), point.latitude()))
                    .toList();
            return new StationAreaBody("MultiPolygon", List.of(List.of(ring)));
        }
    }

    @Schema(name = "GbfsStationStatus")
    record StationStatusBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true) int ttl,
            @Schema(required = true) String version,
            @Schema(required = true) StationStatesBody data) {}

    @Schema(name = "GbfsStationStates")
    record StationStatesBody(
            @Schema(required = true, maxItems = FleetOverviews.MOST_ZONES)
            List<StationStateBody> stations) {

        static StationStatesBody of(FleetOverviews.Zones zones, FleetOverviews.Fleet fleet) {
            Map<ZoneId, List<Standing>> byZone =
                    fleet.vehicles().stream().collect(Collectors.groupingBy(Standing::zone));
            return new StationStatesBody(zones.zones().stream()
                    .map(zone ->
                            StationStateBody.of(zone.zone(), byZone.getOrDefault(zone.zone(), List.of()), fleet.asOf()))
                    .toList());
        }
    }

    @Schema(name = "GbfsStationState")
    record StationStateBody(
            @JsonProperty("station_id") @Schema(required = true)
            UUID stationId,

            @JsonProperty("num_vehicles_available") @Schema(required = true, minimum = "0")
            long numVehiclesAvailable,

            @JsonProperty("num_vehicles_disabled") @Schema(required = true, minimum = "0")
            long numVehiclesDisabled,

            @JsonProperty("vehicle_types_available") @Schema(required = true)
            List<TypeCountBody> vehicleTypesAvailable,

            @JsonProperty("is_installed") @Schema(required = true)
            boolean isInstalled,

            @JsonProperty("is_renting") @Schema(required = true)
            boolean isRenting,

            @JsonProperty("is_returning") @Schema(required = true)
            boolean isReturning,

            @JsonProperty("last_reported") @Schema(required = true)
            Instant lastReported) {

        static StationStateBody of(ZoneId zone, List<Standing> standing, Instant asOf) {
            return new StationStateBody(
                    zone.value(),
                    count(standing, Readiness.FREE),
                    count(standing, Readiness.OUT_OF_SERVICE),
                    TypeCountBody.of(standing),
                    true,
                    true,
                    true,
                    GbfsBodies.seconds(asOf));
        }

        private static long count(List<Standing> standing, Readiness readiness) {
            return standing.stream()
                    .filter(each -> each.readiness() == readiness)
                    .count();
        }
    }

    @Schema(name = "GbfsTypeCount")
    record TypeCountBody(
            @JsonProperty("vehicle_type_id") @Schema(required = true)
            String vehicleTypeId,

            @Schema(required = true, minimum = "0") long count) {

        static List<TypeCountBody> of(List<Standing> standing) {
            Map<String, Long> free = standing.stream()
                    .filter(each -> each.readiness() == Readiness.FREE)
                    .collect(Collectors.groupingBy(
                            each -> TypeBody.idOf(each.description()), TreeMap::new, Collectors.counting()));
            return free.entrySet().stream()
                    .map(type -> new TypeCountBody(type.getKey(), type.getValue()))
                    .toList();
        }
    }
}
