package io.motorpool.adapters.rest.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motorpool.adapters.rest.map.GbfsBodies.TextBody;
import io.motorpool.application.map.FleetOverviews;
import io.motorpool.application.map.FleetOverviews.Standing;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.Readiness;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The feeds of GBFS 3.1 about vehicles. */
final class GbfsVehicles {

    private static final int METRES = 1_000;

    private GbfsVehicles() {}

    @Schema(name = "GbfsVehicleTypes")
    record VehicleTypesBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true) int ttl,
            @Schema(required = true) String version,
            @Schema(required = true) TypesBody data) {}

    @Schema(name = "GbfsTypes")
    record TypesBody(
            @JsonProperty("vehicle_types") @Schema(required = true)
            List<TypeBody> vehicleTypes) {

        static TypesBody of(FleetOverviews.Fleet fleet) {
            return new TypesBody(fleet.vehicles().stream()
                    .map(each -> TypeBody.of(each.description()))
                    .distinct()
                    .toList());
        }
    }

    /** Vehicles of which the same can be said are of one type. */
    @Schema(name = "GbfsVehicleType")
    record TypeBody(
            @JsonProperty("vehicle_type_id") @Schema(required = true)
            String vehicleTypeId,

            @JsonProperty("form_factor") @Schema(required = true)
            String formFactor,

            @JsonProperty("propulsion_type") @Schema(required = true)
            String propulsionType,

            @JsonProperty("max_range_meters") @Schema(required = true)
            int maxRangeMeters,

            @JsonProperty("rider_capacity") @Schema(required = true, description = "The driver included")
            int riderCapacity,

            @Schema(required = true) List<TextBody> model,

            @JsonProperty("return_constraint") @Schema(required = true)
            String returnConstraint) {

        static TypeBody of(VehicleDescription described) {
            return new TypeBody(
                    idOf(described),
                    switch (described.form()) {
                        case CAR -> "car";
                        case BUS -> "other";
                    },
                    described.drive().propulsion().name().toLowerCase(Locale.ROOT),
                    described.drive().rangeKm() * METRES,
                    described.seats(),
                    TextBody.of(described.model()),
                    "roundtrip_station");
        }

        /** The same for what is the same, on any node and at any time. */
        static String idOf(VehicleDescription described) {
            String all = "%s|%d|%s|%d"
                    .formatted(
                            described.model(),
                            described.seats(),
                            described.drive().propulsion(),
                            described.drive().rangeKm());
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    @Schema(name = "GbfsVehicleStatus")
    record VehicleStatusBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true) int ttl,
            @Schema(required = true) String version,
            @Schema(required = true) VehicleStatesBody data) {}

    @Schema(name = "GbfsVehicleStates")
    record VehicleStatesBody(
            @Schema(required = true, maxItems = FleetOverviews.MOST_VEHICLES)
            List<VehicleStateBody> vehicles) {

        /** What somebody drives is not told of while they do. */
        static VehicleStatesBody of(FleetOverviews.Fleet fleet) {
            return new VehicleStatesBody(fleet.vehicles().stream()
                    .filter(each -> each.readiness() != Readiness.AWAY)
                    .map(each -> VehicleStateBody.of(each, fleet.asOf()))
                    .toList());
        }
    }

    @Schema(name = "GbfsVehicleState")
    record VehicleStateBody(
            @JsonProperty("vehicle_id") @Schema(required = true)
            UUID vehicleId,

            @JsonProperty("is_reserved") @Schema(required = true)
            boolean isReserved,

            @JsonProperty("is_disabled") @Schema(required = true)
            boolean isDisabled,

            @JsonProperty("vehicle_type_id") @Schema(required = true)
            String vehicleTypeId,

            @JsonProperty("station_id") @Schema(required = true)
            UUID stationId,

            @JsonProperty("last_reported") @Schema(required = true)
            Instant lastReported,

            @JsonProperty("current_range_meters")
            @Schema(required = true, description = "As when it is charged or filled up, as it is handed back")
            int currentRangeMeters,

            @JsonProperty("available_until")
            @Schema(description = "When somebody else gets it; absent when nobody does, or it is not available")
            @Nullable
            Instant availableUntil) {

        static VehicleStateBody of(Standing standing, Instant asOf) {
            VehicleDescription described = standing.description();
            return new VehicleStateBody(
                    standing.vehicle().value(),
                    standing.readiness() == Readiness.HELD,
                    standing.readiness() == Readiness.OUT_OF_SERVICE,
                    TypeBody.idOf(described),
                    standing.zone().value(),
                    GbfsBodies.seconds(asOf),
                    described.drive().rangeKm() * METRES,
                    standing.readiness() == Readiness.FREE ? firstFree(standing).until() : null);
        }

        private static SpellBody firstFree(Standing standing) {
            return SpellBody.of(standing.availability().free().getFirst(), standing.availability());
        }
    }

    @Schema(name = "GbfsVehicleAvailability")
    record VehicleAvailabilityBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true) int ttl,
            @Schema(required = true) String version,
            @Schema(required = true) FreeVehiclesBody data) {}

    @Schema(name = "GbfsFreeVehicles")
    record FreeVehiclesBody(
            @Schema(required = true, maxItems = FleetOverviews.MOST_VEHICLES)
            List<FreeVehicleBody> vehicles) {

        static FreeVehiclesBody of(FleetOverviews.Fleet fleet) {
            return new FreeVehiclesBody(
                    fleet.vehicles().stream().map(FreeVehicleBody::of).toList());
        }
    }

    @Schema(name = "GbfsFreeVehicle")
    record FreeVehicleBody(
            @JsonProperty("vehicle_id") @Schema(required = true)
            UUID vehicleId,

            @JsonProperty("vehicle_type_id") @Schema(required = true)
            String vehicleTypeId,

            @JsonProperty("station_id") @Schema(required = true)
            UUID stationId,

            @Schema(required = true) List<SpellBody> availabilities) {

        /** What is too short to be reserved is not free. */
        static FreeVehicleBody of(Standing standing) {
            Availability availability = standing.availability();
            return new FreeVehicleBody(
                    standing.vehicle().value(),
                    TypeBody.idOf(standing.description()),
                    standing.zone().value(),
                    availability.free().stream()
                            .filter(free -> free.length().compareTo(ReservationPolicy.SHORTEST) >= 0)
                            .map(free -> SpellBody.of(free, availability))
                            .toList());
        }
    }

    @Schema(name = "GbfsSpell")
    record SpellBody(
            @Schema(required = true) Instant from,

            @Schema(description = "Absent when nothing is in the way for as far ahead as one can reserve") @Nullable
            Instant until) {

        static SpellBody of(Period free, Availability of) {
            return new SpellBody(
                    GbfsBodies.seconds(free.start()),
                    free.end().equals(of.period().end()) ? null : GbfsBodies.seconds(free.end()));
        }
    }
}
