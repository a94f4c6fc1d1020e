package io.motorpool.adapters.rest.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.map.GbfsBodies.DiscoveryBody;
import io.motorpool.adapters.rest.map.GbfsBodies.FeedBody;
import io.motorpool.adapters.rest.map.GbfsStations.StationInformationBody;
import io.motorpool.adapters.rest.map.GbfsStations.StationStatusBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleAvailabilityBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleStateBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleStatusBody;
import io.motorpool.adapters.rest.map.GbfsVehicles.VehicleTypesBody;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.map.FleetOverviews;
import io.motorpool.application.map.ZoneMarkers.Marker;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Readiness;
import io.motorpool.domain.reservation.Taken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GbfsResourceTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.123Z");
    private static final Period AHEAD = new Period(NOW, NOW.plus(Duration.ofDays(90)));

    private final CompanyId company = new CompanyId(Ids.next());
    private final ZoneId zone = new ZoneId(Ids.next());
    private final String id = company.value().toString();
    private final List<FleetOverviews.Standing> fleet = new ArrayList<>();
    private final GbfsResource resource =
            new GbfsResource(new Known(), new Settings(), new KnownCaller(Callers.aMemberOf(company)));

    private record Settings() implements FeedSettings {

        @Override
        public URI address() {
            return URI.create("https://motorpool.example/");
        }

        @Override
        public String contact() {
            return "feeds@motorpool.example";
        }
    }

    private final class Known implements FleetOverviews {

        @Override
        public Uni<Decision<CompanyName, Refusal>> company(Caller caller, CompanyId asked) {
            return Uni.createFrom().item(Decision.accept(new CompanyName("한빛", NOW)));
        }

        @Override
        public Uni<Decision<Zones, Refusal>> zones(Caller caller, CompanyId asked) {
            Marker marker = new Marker(zone, "본사", new GeoPoint(127.05, 37.45), null, fleet.size());
            return Uni.createFrom().item(Decision.accept(new Zones(List.of(marker), NOW)));
        }

        @Override
        public Uni<Decision<Fleet, Refusal>> fleet(Caller caller, CompanyId asked) {
            return Uni.createFrom().item(Decision.accept(new Fleet(fleet, NOW)));
        }
    }

    @Test
    void the_feeds_name_each_other_by_full_addresses_and_may_be_kept_by_who_asked() {
        Response response = Responses.of(() -> resource.discovery(id));
        DiscoveryBody body = (DiscoveryBody) response.getEntity();

        assertThat(body.version()).isEqualTo("3.1");
        assertThat(body.lastUpdated()).isEqualTo(Instant.parse("2027-03-01T09:00:00Z"));
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("private, max-age=" + body.ttl());
        assertThat(body.data().feeds())
                .contains(new FeedBody(
                        "vehicle_status",
                        "https://motorpool.example/api/v1/companies/" + id + "/gbfs/vehicle_status.json"));
    }

    @Test
    void a_vehicle_that_somebody_drives_is_not_told_of_but_when_it_can_be_had_is() {
        given(Readiness.FREE, List.of(AHEAD));
        given(Readiness.AWAY, List.of(new Period(NOW.plusSeconds(7_200), AHEAD.end())));

        VehicleStatusBody status =
                (VehicleStatusBody) Responses.of(() -> resource.vehicles(id)).getEntity();
        VehicleAvailabilityBody times = (VehicleAvailabilityBody)
                Responses.of(() -> resource.availability(id)).getEntity();

        assertThat(status.data().vehicles())
                .extracting(VehicleStateBody::vehicleId)
                .containsExactly(fleet.getFirst().vehicle().value());
        assertThat(times.data().vehicles()).hasSize(2);
        assertThat(times.data().vehicles().getLast().availabilities())
                .singleElement()
                .satisfies(spell -> {
                    assertThat(spell.from()).isEqualTo(Instant.parse("2027-03-01T11:00:00Z"));
                    assertThat(spell.until()).as("open").isNull();
                });
    }

    @Test
    void a_vehicle_is_available_until_somebody_elses_time_and_what_is_too_short_to_be_reserved_is_not_free() {
        Instant next = NOW.plusSeconds(3_600);
        Period tooShort = new Period(NOW.plusSeconds(9_000), NOW.plusSeconds(9_600));
        given(Readiness.FREE, List.of(new Period(NOW, next), tooShort));
        given(Readiness.HELD, List.of());
        given(Readiness.OUT_OF_SERVICE, List.of());

        List<VehicleStateBody> told = ((VehicleStatusBody)
                        Responses.of(() -> resource.vehicles(id)).getEntity())
                .data()
                .vehicles();
        VehicleAvailabilityBody times = (VehicleAvailabilityBody)
                Responses.of(() -> resource.availability(id)).getEntity();

        assertThat(told.getFirst().availableUntil()).isEqualTo(Instant.parse("2027-03-01T10:00:00Z"));
        assertThat(told).extracting(VehicleStateBody::isReserved).containsExactly(false, true, false);
        assertThat(told).extracting(VehicleStateBody::isDisabled).containsExactly(false, false, true);
        assertThat(times.data().vehicles().getFirst().availabilities()).hasSize(1);
    }

    @Test
    void a_station_counts_what_can_be_had_there_by_type() {
        given(Readiness.FREE, List.of(AHEAD));
        given(Readiness.FREE, List.of(AHEAD));
        given(Readiness.HELD, List.of());
        given(Readiness.OUT_OF_SERVICE, List.of());

        StationStatusBody status = (StationStatusBody)
                Responses.of(() -> resource.stationStatus(id)).getEntity();
        VehicleTypesBody types =
                (VehicleTypesBody) Responses.of(() -> resource.types(id)).getEntity();

        assertThat(types.data().vehicleTypes()).singleElement().satisfies(type -> {
            assertThat(type.formFactor()).isEqualTo("car");
            assertThat(type.propulsionType()).isEqualTo("electric");
            assertThat(type.maxRangeMeters()).isEqualTo(458_000);
        });
        assertThat(status.data().stations()).singleElement().satisfies(station -> {
            assertThat(station.numVehiclesAvailable()).isEqualTo(2);
            assertThat(station.numVehiclesDisabled()).isEqualTo(1);
            assertThat(station.vehicleTypesAvailable()).singleElement().satisfies(type -> {
                assertThat(type.vehicleTypeId())
                        .isEqualTo(types.data().vehicleTypes().getFirst().vehicleTypeId());
                assertThat(type.count()).isEqualTo(2);
            });
        });
    }

    @Test
    void a_zone_is_a_virtual_station() {
        StationInformationBody body = (StationInformationBody)
                Responses.of(() -> resource.stations(id)).getEntity();

        assertThat(body.data().stations()).singleElement().satisfies(station -> {
            assertThat(station.isVirtualStation()).isTrue();
            assertThat(station.stationArea()).isNull();
            assertThat(station.lat()).isEqualTo(37.45);
        });
        assertThat(Responses.problem(() -> resource.stations("company"))).isEqualTo("404 not-found");
    }

    private void given(Readiness readiness, List<Period> free) {
        Vehicle vehicle = FleetFixtures.aVehicle(company, zone);
        List<Taken> taken = free.isEmpty() ? List.of(new Taken(OccupancyKind.RESERVATION, AHEAD)) : List.of();
        fleet.add(new FleetOverviews.Standing(
                vehicle.id(),
                zone,
                vehicle.description(),
                readiness,
                new Availability(vehicle.id(), AHEAD, free, taken, NOW)));
    }
}
