package io.motorpool.application.map;

import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.fleet.FleetFixtures.aZone;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.fleet.InMemoryZones;
import io.motorpool.application.map.FleetOverviews.Standing;
import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.Readiness;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetOverviewsServiceTest {

    private final InMemoryZones zones = new InMemoryZones();
    private final AMotorpool motorpool = new AMotorpool(_ -> List.of());
    private final FleetOverviews overviews = new FleetOverviewsService(
            motorpool.unitOfWork,
            motorpool.companies,
            new InMemoryZoneMarkers(zones, motorpool.vehicles),
            new InMemoryZoneVehicles(zones, motorpool.vehicles, motorpool.surroundings),
            motorpool.clock);

    private final CompanyId company = motorpool.givenCompany();
    private final Caller caller = Callers.aMemberOf(company);
    private final VirtualZone zone = givenZone(company);
    private final Instant now = motorpool.clock.instant();

    @Test
    void a_vehicle_is_free_until_somebody_elses_reservation() {
        Vehicle vehicle = givenVehicle();
        Period later = hoursFromNow(3, 5);
        var _ = motorpool.givenReserved(vehicle, later);

        Standing standing = fleet().getFirst();

        assertThat(standing.vehicle()).isEqualTo(vehicle.id());
        assertThat(standing.zone()).isEqualTo(zone.id());
        assertThat(standing.readiness()).isEqualTo(Readiness.FREE);
        assertThat(standing.availability().free().getFirst()).isEqualTo(new Period(now, later.start()));
        assertThat(standing.availability().period().end()).isEqualTo(now.plus(ReservationPolicy.HORIZON));
    }

    @Test
    void a_vehicle_that_is_somebody_elses_too_soon_is_held_and_one_in_the_workshop_out_of_service() {
        Vehicle soon = givenVehicle();
        Instant grid = ReservationPolicy.onGrid(now);
        Period within = new Period(grid.plus(Duration.ofMinutes(20)), grid.plus(Duration.ofHours(2)));
        var _ = motorpool.givenReserved(soon, within);
        var _ = motorpool.given(in(VehicleStatus.MAINTENANCE, aVehicle(company, zone.id())));

        assertThat(fleet()).extracting(Standing::readiness).containsExactly(Readiness.HELD, Readiness.OUT_OF_SERVICE);
    }

    @Test
    void where_a_companys_vehicles_stand_is_told_wherever_on_earth_that_is() {
        var _ = givenZone(motorpool.givenCompany());

        assertThat(accepted(overviews.zones(caller, company)).zones())
                .extracting(ZoneMarkers.Marker::zone)
                .containsExactly(zone.id());
    }

    @Test
    void another_companys_fleet_is_not_there_but_the_divisions_people_see_every_one() {
        var _ = givenVehicle();
        Caller stranger = Callers.aMemberOf(motorpool.givenCompany());

        assertThat(refused(overviews.company(stranger, company))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(overviews.zones(stranger, company))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(overviews.fleet(stranger, company))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(overviews.fleet(Callers.aPrivatePerson(), company))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(accepted(overviews.fleet(Callers.anOperator(), company)).vehicles())
                .hasSize(1);
    }

    @Test
    void of_more_zones_than_can_be_told_none_is() {
        for (int i = 1; i < FleetOverviews.MOST_ZONES; i++) {
            var _ = givenZone(company);
        }
        assertThat(accepted(overviews.zones(caller, company)).zones()).hasSize(FleetOverviews.MOST_ZONES);

        var _ = givenZone(company);

        assertThat(refused(overviews.zones(caller, company)))
                .isEqualTo(new FleetRefusal.TooLargeToTell(FleetOverviews.MOST_ZONES));
    }

    @Test
    void of_more_vehicles_than_can_be_told_none_is() {
        for (int i = 0; i < FleetOverviews.MOST_VEHICLES; i++) {
            var _ = givenVehicle();
        }
        assertThat(fleet()).hasSize(FleetOverviews.MOST_VEHICLES);

        var _ = givenVehicle();

        assertThat(refused(overviews.fleet(caller, company)))
                .isEqualTo(new FleetRefusal.TooLargeToTell(FleetOverviews.MOST_VEHICLES));
    }

    private List<Standing> fleet() {
        return accepted(overviews.fleet(caller, company)).vehicles();
    }

    private Period hoursFromNow(int from, int until) {
        Instant grid = ReservationPolicy.onGrid(now);
        return new Period(grid.plus(Duration.ofHours(from)), grid.plus(Duration.ofHours(until)));
    }

    private VirtualZone givenZone(CompanyId of) {
        VirtualZone made = aZone(of);
        return zones.add(made).replaceWith(made).await().indefinitely();
    }

    private Vehicle givenVehicle() {
        return motorpool.given(aVehicle(company, zone.id()));
    }
}
