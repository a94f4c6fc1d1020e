package io.motorpool.application.map;

import static io.motorpool.application.fleet.FleetFixtures.PANGYO;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.fleet.FleetFixtures.aZone;
import static io.motorpool.application.map.ZoneMarkersContract.AROUND_PANGYO;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.fleet.InMemoryZones;
import io.motorpool.application.map.MapQueries.Markers;
import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.payment.InMemoryCards;
import io.motorpool.application.payment.WalletReader;
import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.reservation.ReserveVehicle.Command;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapQueriesServiceTest {

    private static final Set<MapLayer> EVERYTHING = EnumSet.allOf(MapLayer.class);

    private final InMemoryZones zones = new InMemoryZones();
    private final InMemoryCards cards = new InMemoryCards();
    private final AMotorpool motorpool = new AMotorpool(_ -> List.of());
    private final MapQueries queries = new MapQueriesService(
            motorpool.unitOfWork,
            new InMemoryZoneMarkers(zones, motorpool.vehicles),
            new InMemoryZoneVehicles(zones, motorpool.vehicles, motorpool.surroundings),
            new WalletReader(motorpool.companies, cards),
            motorpool.clock);

    private final CompanyId company = motorpool.givenCompany();
    private final Caller caller = Callers.ofCompany(motorpool.givenDriver(company), company, Role.MEMBER);
    private final VirtualZone zone = givenZone(company);

    @Test
    void a_member_sees_their_companys_zones_if_they_ask_for_them() {
        var _ = givenZone(motorpool.givenCompany());

        assertThat(markers(caller, EVERYTHING).zones())
                .extracting(ZoneMarkers.Marker::zone)
                .containsExactly(zone.id());
    }

    @Test
    void an_old_client_that_asks_for_no_layer_sees_nothing_of_ours() {
        assertThat(markers(caller, Set.of()).zones()).isEmpty();
        assertThat(markers(caller, Set.of(MapLayer.PUBLIC_ZONES)).zones()).isEmpty();
    }

    @Test
    void zones_are_there_for_the_active_business_profile_only() {
        assertThat(markers(Callers.aPrivatePerson(), EVERYTHING).zones()).isEmpty();
        assertThat(markers(Callers.anOperator(), EVERYTHING).zones()).isEmpty();
        assertThat(markers(Callers.aMemberOf(motorpool.givenCompany()), EVERYTHING)
                        .zones())
                .isEmpty();
    }

    @Test
    void of_more_than_are_shown_it_is_said_that_there_are_more() {
        for (int i = 1; i < MapQueries.MOST_MARKERS; i++) {
            var _ = givenZone(company);
        }
        assertThat(markers(caller, EVERYTHING).truncated()).isFalse();

        var _ = givenZone(company);

        Markers cut = markers(caller, EVERYTHING);
        assertThat(cut.zones()).hasSize(MapQueries.MOST_MARKERS);
        assertThat(cut.truncated()).isTrue();
    }

    @Test
    void each_vehicle_has_a_row_with_what_stands_in_the_way() {
        Vehicle free = givenVehicle();
        Vehicle taken = givenVehicle();
        var _ = motorpool.givenReserved(taken, hours(10, 12));
        Vehicle broken = motorpool.given(in(VehicleStatus.MAINTENANCE, aVehicle(company, zone.id())));

        assertThat(rows(hours(9, 11)))
                .containsExactly(
                        new VehicleRow(free.id(), free.description(), Optional.empty()),
                        new VehicleRow(
                                taken.id(),
                                taken.description(),
                                Optional.of(
                                        new ReservationRefusal.VehicleTaken(OccupancyKind.RESERVATION, hours(10, 12)))),
                        new VehicleRow(
                                broken.id(),
                                broken.description(),
                                Optional.of(new ReservationRefusal.VehicleNotInService(VehicleStatus.MAINTENANCE))));
    }

    @Test
    void a_zone_of_another_company_is_not_there() {
        Caller stranger = Callers.aMemberOf(motorpool.givenCompany());

        assertThat(refused(queries.vehicles(stranger, zone.id(), hours(9, 11), Page.Request.first())))
                .isEqualTo(new NotFound(Thing.ZONE));
        assertThat(refused(queries.vehicles(caller, new ZoneId(Ids.next()), hours(9, 11), Page.Request.first())))
                .isEqualTo(new NotFound(Thing.ZONE));
    }

    /** 500 windows, half of which lead to a reservation that is in the way of later ones. */
    @Test
    void what_the_list_says_is_what_reserving_at_once_answers() {
        for (int i = 0; i < 4; i++) {
            var _ = givenVehicle();
        }
        var random = new Random(20_270_301);
        int yes = 0;
        int no = 0;
        for (int i = 0; i < 500; i++) {
            int hour = random.nextInt(24 * 60);
            Period period = new Period(at(hour, 10 * random.nextInt(6)), at(hour + 1 + random.nextInt(9), 0));
            List<VehicleRow> rows = rows(period);
            VehicleRow row = rows.get(random.nextInt(rows.size()));

            Optional<Refusal> outcome = reserve(row, period);

            assertThat(row.whyNot()).as("%s", period).isEqualTo(outcome);
            yes += row.available() ? 1 : 0;
            no += row.available() ? 0 : 1;
        }
        assertThat(yes).isGreaterThan(50);
        assertThat(no).isGreaterThan(50);
    }

    private Optional<Refusal> reserve(VehicleRow row, Period period) {
        var command = new Command(caller, row.vehicle(), caller.user(), period, true, null);
        return switch (motorpool.desk.reserve.reserve(command).await().indefinitely()) {
            case Decision.Accepted<?, Refusal> _ -> Optional.empty();
            case Decision.Refused<?, Refusal>(var reason) -> Optional.of(reason);
        };
    }

    private Markers markers(Caller somebody, Set<MapLayer> layers) {
        return accepted(queries.markers(somebody, AROUND_PANGYO, layers));
    }

    private List<VehicleRow> rows(Period period) {
        return accepted(queries.vehicles(caller, zone.id(), period, Page.Request.first()))
                .items();
    }

    private Vehicle givenVehicle() {
        return motorpool.given(aVehicle(company, zone.id()));
    }

    private VirtualZone givenZone(CompanyId owner) {
        VirtualZone another = aZone(owner);
        assertThat(another.point()).isEqualTo(PANGYO);
        return zones.add(another).replaceWith(another).await().indefinitely();
    }
}
