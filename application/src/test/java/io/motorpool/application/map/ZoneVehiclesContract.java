package io.motorpool.application.map;

import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.fleet.FleetFixtures.aZone;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.map.ZoneVehicles.Scheduled;
import io.motorpool.application.map.ZoneVehicles.Visitor;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every reader of a zone's vehicles keeps. */
public interface ZoneVehiclesContract extends PortContract {

    Period NINE_TO_ELEVEN = hours(9, 11);

    ZoneVehicles zoneVehicles();

    CompanyId givenCompany();

    VirtualZone given(VirtualZone zone);

    Vehicle given(Vehicle vehicle);

    Member given(Member member);

    Reserved given(Reserved reservation);

    @Test
    default void a_zone_is_its_companys_until_it_is_given_up() {
        CompanyId company = givenCompany();
        VirtualZone zone = given(aZone(company));

        assertThat(visitor(zone.id(), new UserId(Ids.next()))
                        .orElseThrow()
                        .company()
                        .id())
                .isEqualTo(company);
        assertThat(visitor(new ZoneId(Ids.next()), new UserId(Ids.next()))).isEmpty();
    }

    @Test
    default void whoever_looks_comes_with_their_membership_and_all_of_their_plans() {
        CompanyId company = givenCompany();
        VirtualZone zone = given(aZone(company));
        Vehicle vehicle = given(aVehicle(company, given(aZone(company)).id()));
        Member driver = given(aMember(company));
        Reserved first = given(aReservation(vehicle, driver.user(), hours(9, 10)));
        Reserved second = given(aReservation(vehicle, driver.user(), hours(12, 13)));
        var _ = given(aReservation(vehicle, driver.user(), hours(20, 22)));

        Visitor visitor = visitor(zone.id(), driver.user()).orElseThrow();

        assertThat(visitor.driver()).isEqualTo(driver);
        assertThat(visitor.agenda().driver()).isEqualTo(driver.user());
        assertThat(visitor.agenda().engagements())
                .extracting(Engagement::reservation)
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    default void whoever_is_no_member_looks_without_a_membership() {
        VirtualZone zone = given(aZone(givenCompany()));

        assertThat(visitor(zone.id(), given(aMember(givenCompany())).user())
                        .orElseThrow()
                        .driver())
                .isNull();
    }

    @Test
    default void each_vehicle_comes_with_what_a_reservation_is_decided_against() {
        CompanyId company = givenCompany();
        VirtualZone zone = given(aZone(company));
        Vehicle vehicle = given(aVehicle(company, zone.id()));
        Member driver = given(aMember(company));
        Reserved taken = given(aReservation(vehicle, given(aMember(company)).user(), NINE_TO_ELEVEN));

        List<Surroundings> found = in(zone.id(), driver.user(), Page.Request.first());

        assertThat(found).hasSize(1);
        Surroundings around = found.getFirst();
        assertThat(around.vehicle()).isEqualTo(vehicle);
        assertThat(around.company().id()).isEqualTo(company);
        assertThat(around.driver()).isEqualTo(driver);
        assertThat(around.schedule().occupancies())
                .containsExactly(taken.occupancy().orElseThrow());
        assertThat(around.agenda().engagements()).isEmpty();
    }

    @Test
    default void the_drivers_own_plans_are_there_wherever_they_drive() {
        CompanyId company = givenCompany();
        VirtualZone zone = given(aZone(company));
        Vehicle here = given(aVehicle(company, zone.id()));
        Vehicle elsewhere = given(aVehicle(company, given(aZone(company)).id()));
        Member driver = given(aMember(company));
        Reserved own = given(aReservation(elsewhere, driver.user(), NINE_TO_ELEVEN));

        List<Surroundings> found = in(zone.id(), driver.user(), Page.Request.first());

        assertThat(found).extracting(around -> around.vehicle().id()).containsExactly(here.id());
        assertThat(found.getFirst().agenda().engagements())
                .extracting(engagement -> engagement.reservation())
                .containsExactly(own.id());
    }

    @Test
    default void vehicles_come_page_after_page_in_order_of_their_id_without_those_that_have_left() {
        CompanyId company = givenCompany();
        VirtualZone zone = given(aZone(company));
        List<VehicleId> all = List.of(
                given(aVehicle(company, zone.id())).id(),
                given(aVehicle(company, zone.id())).id(),
                given(aVehicle(company, zone.id())).id());
        Vehicle gone = aVehicle(company, zone.id());
        var _ = given(
                new Vehicle(gone.id(), company, zone.id(), gone.description(), gone.odometer(), VehicleStatus.RETIRED));
        UserId driver = given(aMember(company)).user();

        Page<Surroundings> first = page(zone.id(), driver, new Page.Request(2, Optional.empty()));
        Page<Surroundings> second = page(zone.id(), driver, new Page.Request(2, first.next()));

        assertThat(first.items()).extracting(around -> around.vehicle().id()).isEqualTo(all.subList(0, 2));
        assertThat(second.items()).extracting(around -> around.vehicle().id()).isEqualTo(all.subList(2, 3));
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void the_vehicles_of_a_company_come_with_their_plans_whatever_their_zone() {
        CompanyId company = givenCompany();
        Vehicle here = given(aVehicle(company, given(aZone(company)).id()));
        Vehicle there = given(aVehicle(company, given(aZone(company)).id()));
        Vehicle gone = aVehicle(company, here.zone());
        var _ = given(new Vehicle(
                gone.id(), company, here.zone(), gone.description(), gone.odometer(), VehicleStatus.RETIRED));
        CompanyId stranger = givenCompany();
        var _ = given(aVehicle(stranger, given(aZone(stranger)).id()));
        Reserved taken = given(aReservation(there, given(aMember(company)).user(), NINE_TO_ELEVEN));
        var _ = given(aReservation(there, given(aMember(company)).user(), hours(20, 22)));

        assertThat(inTransaction(() -> zoneVehicles().of(company, NINE_TO_ELEVEN, 100)))
                .containsExactly(
                        new Scheduled(here, new VehicleSchedule(here.id(), List.of())),
                        new Scheduled(
                                there,
                                new VehicleSchedule(
                                        there.id(), List.of(taken.occupancy().orElseThrow()))));
        assertThat(inTransaction(() -> zoneVehicles().of(company, NINE_TO_ELEVEN, 1)))
                .extracting(Scheduled::vehicle)
                .containsExactly(here);
    }

    private List<Surroundings> in(ZoneId zone, UserId driver, Page.Request page) {
        return page(zone, driver, page).items();
    }

    private Page<Surroundings> page(ZoneId zone, UserId driver, Page.Request page) {
        Visitor visitor = visitor(zone, driver).orElseThrow();
        return inTransaction(() -> zoneVehicles().in(zone, visitor, NINE_TO_ELEVEN, page));
    }

    private Optional<Visitor> visitor(ZoneId zone, UserId driver) {
        return inTransaction(() -> zoneVehicles().visitor(zone, driver, NINE_TO_ELEVEN));
    }
}
