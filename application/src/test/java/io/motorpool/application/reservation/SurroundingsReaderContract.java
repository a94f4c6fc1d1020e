package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.A_LICENCE;
import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.company.CompanyFixtures.profile;
import static io.motorpool.application.fleet.FleetFixtures.aPlate;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.fleet.FleetFixtures.aVin;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.during;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static io.motorpool.application.reservation.ReservationFixtures.inTheWorkshop;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.fleet.Drive;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Propulsion;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Relocation.Candidate;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everyone promises who gathers what a reservation is decided against. */
public interface SurroundingsReaderContract extends ReservationGround {

    Period NINE_TO_ELEVEN = hours(9, 11);

    SurroundingsReader surroundings();

    @Test
    default void nothing_is_around_an_unknown_vehicle() {
        VehicleId unknown = new VehicleId(Ids.next());
        UserId driver = givenDriver(givenCompany());

        assertThat(inTransaction(() -> surroundings().around(unknown, driver, NINE_TO_ELEVEN)))
                .isEmpty();
        assertThat(inTransaction(() -> surroundings().equalTo(unknown))).isEmpty();
    }

    @Test
    default void around_a_free_vehicle_and_a_free_driver_there_are_only_they_and_their_company() {
        CompanyId company = givenCompany();
        Vehicle vehicle = givenVehicle(company);
        Member driver = given(aMember(company));

        Surroundings around = around(vehicle, driver.user(), NINE_TO_ELEVEN);

        assertThat(around.company().id()).isEqualTo(company);
        assertThat(around.company().isActive()).isTrue();
        assertThat(around.vehicle()).isEqualTo(vehicle);
        assertThat(around.driver()).isEqualTo(driver);
        assertThat(around.schedule()).isEqualTo(new VehicleSchedule(vehicle.id(), List.of()));
        assertThat(around.agenda().driver()).isEqualTo(driver.user());
        assertThat(around.agenda().engagements()).isEmpty();
    }

    @Test
    default void vehicles_out_of_service_and_members_who_left_are_told_as_they_are() {
        CompanyId company = givenCompany();
        Vehicle vehicle = given(in(VehicleStatus.MAINTENANCE, aVehicle(company, givenZone(company))));
        Member former = given(retired(aMember(company)));

        Surroundings around = around(vehicle, former.user(), NINE_TO_ELEVEN);

        assertThat(around.vehicle()).isEqualTo(vehicle);
        assertThat(around.driver()).isEqualTo(former);
    }

    @Test
    default void somebody_who_is_a_member_elsewhere_only_is_no_driver_here() {
        Vehicle vehicle = givenVehicle();
        UserId stranger = givenDriver(givenCompany());

        assertThat(around(vehicle, stranger, NINE_TO_ELEVEN).driver()).isNull();
    }

    @Test
    default void the_schedule_holds_what_may_stand_in_the_way_of_the_period() {
        Vehicle vehicle = givenVehicle();
        UserId driver = givenDriver(vehicle.company());
        Reserved before = givenReserved(vehicle, new Period(at(7, 0), at(8, 50)));
        Occupancy.ByDivision within = given(inTheWorkshop(vehicle, hours(10, 11)));
        Reserved withinTheTurnaround = givenReserved(vehicle, new Period(at(11, 10), at(12, 0)));
        Reserved _ = givenReserved(givenVehicle(vehicle.company()), NINE_TO_ELEVEN);

        assertThat(around(vehicle, driver, NINE_TO_ELEVEN).schedule().takenWithin(new Period(at(8, 50), at(11, 20))))
                .isEqualTo(Stream.of(
                                before.occupancy().orElseThrow(),
                                within,
                                withinTheTurnaround.occupancy().orElseThrow())
                        .flatMap(occupancy -> occupancy.partsWithin(new Period(at(8, 50), at(11, 20))))
                        .toList());
    }

    /** A reservation keeps the turnaround it was made with, though its vehicle's may have become shorter since. */
    @Test
    default void the_schedule_reaches_as_far_beyond_the_period_as_any_turnaround() {
        Vehicle vehicle = givenVehicle();
        Reserved next = givenReserved(vehicle, hours(14, 16));

        assertThat(around(vehicle, givenDriver(vehicle.company()), NINE_TO_ELEVEN)
                        .schedule()
                        .takenWithin(NINE_TO_ELEVEN.withEnd(at(11, 0).plus(VehicleDescription.LONGEST_TURNAROUND))))
                .containsExactlyElementsOf(
                        next.occupancy().orElseThrow().parts().subList(0, 1));
    }

    @Test
    default void the_reservation_that_has_the_vehicle_out_is_in_the_schedule_whenever_it_began() {
        Vehicle vehicle = givenVehicle();
        Reserved morning = givenReserved(vehicle, NINE_TO_ELEVEN);
        InUse running = started(morning);
        assertThat(become(stored(morning.id()), running)).hasSize(1);

        assertThat(around(vehicle, givenDriver(vehicle.company()), hours(18, 20))
                        .schedule()
                        .occupancies())
                .containsExactly(running.occupancy().orElseThrow());
    }

    @Test
    default void the_agenda_holds_what_the_driver_has_at_that_time_whoever_owns_the_vehicle() {
        Vehicle vehicle = givenVehicle();
        Vehicle elsewhere = givenVehicle();
        UserId driver = givenDriver(vehicle.company());
        Member _ = given(aMember(elsewhere.company(), driver));
        Reserved own = given(aReservation(vehicle, driver, new Period(at(8, 0), at(9, 10))));
        Reserved strange = given(aReservation(elsewhere, driver, new Period(at(10, 50), at(12, 0))));
        Reserved _ = given(aReservation(elsewhere, driver, hours(7, 8)));
        Reserved _ = given(aReservation(elsewhere, driver, hours(20, 21)));
        Reserved _ = givenReserved(givenVehicle(vehicle.company()), NINE_TO_ELEVEN);

        assertThat(around(vehicle, driver, NINE_TO_ELEVEN).agenda().engagements())
                .containsExactlyInAnyOrder(engagement(own), engagement(strange));
    }

    private static Engagement engagement(Reserved reservation) {
        return new Engagement(
                reservation.id(),
                reservation.terms().company(),
                reservation.terms().period());
    }

    /** Whoever lost a race looks again in the same unit of work, and has to see who was faster. */
    @Test
    default void a_second_look_in_the_same_unit_of_work_shows_what_has_changed_meanwhile() {
        Vehicle vehicle = givenVehicle();
        UserId driver = givenDriver(vehicle.company());
        Reserved morning = givenReserved(vehicle, NINE_TO_ELEVEN);
        Reserved extended = during(morning, hours(9, 13));

        List<Surroundings> looks = inTransaction(() -> surroundings()
                .around(vehicle.id(), driver, hours(8, 20))
                .call(() -> meanwhile(() -> reservations()
                        .lock(List.of(morning.id()), List.of())
                        .chain(found ->
                                reservations().saveAll(List.of(found.getFirst().with(extended))))))
                .chain(first -> surroundings()
                        .around(vehicle.id(), driver, hours(8, 20))
                        .map(second -> List.of(first.orElseThrow(), second.orElseThrow()))));

        assertThat(looks)
                .extracting(look -> look.schedule().occupancies())
                .containsExactly(
                        morning.occupancy().stream().toList(),
                        extended.occupancy().stream().toList());
    }

    @Test
    default void one_vehicle_is_told_as_it_is_now_with_its_version() {
        Vehicle vehicle = givenVehicle();

        assertThat(inTransaction(() -> surroundings().vehicle(vehicle.id())))
                .contains(new Versioned<>(vehicle, Version.FIRST));
        assertThat(inTransaction(() -> surroundings().vehicle(new VehicleId(Ids.next()))))
                .isEmpty();
    }

    @Test
    default void equal_vehicles_are_of_the_same_company_model_size_ownership_and_propulsion_and_in_service() {
        CompanyId company = givenCompany();
        ZoneId zone = givenZone(company);
        Vehicle vehicle = given(aVehicle(company, zone, described("아이오닉 5", 5, Ownership.COMPANY)));
        Vehicle equal = given(aVehicle(company, zone, described("아이오닉 5", 5, Ownership.COMPANY)));
        CompanyId stranger = givenCompany();
        Stream.of(
                        aVehicle(company, zone, described("아이오닉 6", 5, Ownership.COMPANY)),
                        aVehicle(company, zone, described("아이오닉 5", 6, Ownership.COMPANY)),
                        aVehicle(company, zone, described("아이오닉 5", 5, Ownership.OPERATOR)),
                        aVehicle(
                                company,
                                zone,
                                described("아이오닉 5", 5, Ownership.COMPANY)
                                        .drivenBy(new Drive(Propulsion.ELECTRIC, Drive.USUAL.rangeKm()))),
                        in(
                                VehicleStatus.MAINTENANCE,
                                aVehicle(company, zone, described("아이오닉 5", 5, Ownership.COMPANY))),
                        aVehicle(stranger, givenZone(stranger), described("아이오닉 5", 5, Ownership.COMPANY)))
                .forEach(other -> assertThat(given(other)).isNotEqualTo(equal));

        assertThat(equalTo(vehicle)).containsExactly(equal.id());
    }

    @Test
    default void equal_vehicles_in_the_same_zone_come_first() {
        CompanyId company = givenCompany();
        ZoneId near = givenZone(company);
        ZoneId far = givenZone(company);
        Vehicle vehicle = given(aVehicle(company, near));
        Vehicle farAndOlder = given(aVehicle(company, far));
        Vehicle nearAndOlder = given(aVehicle(company, near));
        Vehicle nearAndNewer = given(aVehicle(company, near));

        assertThat(equalTo(vehicle)).containsExactly(nearAndOlder.id(), nearAndNewer.id(), farAndOlder.id());
    }

    @Test
    default void no_more_than_fifty_equal_vehicles_are_told() {
        CompanyId company = givenCompany();
        ZoneId zone = givenZone(company);
        List<Vehicle> all = Stream.generate(() -> given(aVehicle(company, zone)))
                .limit(52)
                .sorted(Comparator.comparing(vehicle -> vehicle.id().value()))
                .toList();

        assertThat(equalTo(all.getFirst()))
                .containsExactlyElementsOf(
                        all.subList(1, 51).stream().map(Vehicle::id).toList());
    }

    @Test
    default void candidates_come_in_the_order_asked_for_with_what_stands_in_the_way_of_the_period() {
        CompanyId company = givenCompany();
        Vehicle one = givenVehicle(company);
        Vehicle other = givenVehicle(company);
        Reserved taken = givenReserved(other, hours(8, 10));
        Reserved _ = givenReserved(one, new Period(at(7, 0), at(8, 40)));
        Reserved withinTheTurnaround = givenReserved(one, new Period(at(11, 10), at(12, 0)));

        List<Candidate> candidates =
                inTransaction(() -> surroundings().candidates(List.of(other.id(), one.id()), NINE_TO_ELEVEN));

        assertThat(candidates).extracting(Candidate::vehicle).containsExactly(other, one);
        assertThat(candidates.getFirst().schedule().occupancies())
                .containsExactly(taken.occupancy().orElseThrow());
        assertThat(candidates.getLast().schedule().occupancies())
                .containsExactly(withinTheTurnaround.occupancy().orElseThrow());
    }

    @Test
    default void nobody_is_asked_about_no_candidates() {
        assertThat(inTransaction(() -> surroundings().candidates(new ArrayList<>(), NINE_TO_ELEVEN)))
                .isEmpty();
    }

    private Surroundings around(Vehicle vehicle, UserId driver, Period period) {
        return inTransaction(() -> surroundings().around(vehicle.id(), driver, period))
                .orElseThrow();
    }

    private List<VehicleId> equalTo(Vehicle vehicle) {
        return inTransaction(() -> surroundings().equalTo(vehicle.id()));
    }

    private static VehicleDescription described(String model, int seats, Ownership ownership) {
        return new VehicleDescription(aPlate(), aVin(), model, seats, ownership, Duration.ofMinutes(20), Drive.USUAL);
    }

    private static Member retired(Member member) {
        return new Member(
                member.id(), member.company(), member.user(), profile("이수진"), A_LICENCE, MemberStatus.RETIRED);
    }
}
