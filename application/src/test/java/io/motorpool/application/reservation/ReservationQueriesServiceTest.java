package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.A_LICENCE;
import static io.motorpool.application.company.CompanyFixtures.profile;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static io.motorpool.application.shared.Callers.ofCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.Notes.Note;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationReader.Neighbour;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReservationQueriesServiceTest {

    private static final Filter EVERYTHING = new Filter(null, null, null, null, null);
    private static final Neighbours NOBODY = new Neighbours(Optional.empty(), Optional.empty());

    private final AMotorpool motorpool = new AMotorpool();
    private final ReservationQueries queries =
            new ReservationQueriesService(motorpool.unitOfWork, motorpool.due, motorpool.schedules, motorpool.notes);

    private final CompanyId own = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(own);
    private final Reserved reserved = givenReserved(vehicle, "김민수", hours(9, 11));
    private final Caller driver = ofCompany(reserved.terms().driver(), own, Role.MEMBER);

    private final CompanyId other = motorpool.givenCompany();
    private final Vehicle strangeVehicle = motorpool.givenVehicle(other);
    private final Reserved strange = givenReserved(strangeVehicle, "이서연", hours(9, 11));

    @Test
    void a_driver_sees_the_own_reservation_and_a_colleague_does_not() {
        assertThat(accepted(queries.one(driver, reserved.id())))
                .isEqualTo(ReservationView.of(motorpool.stored(reserved.id())));
        assertThat(refused(queries.one(aMemberOf(own), reserved.id()))).isEqualTo(new NotFound(Thing.RESERVATION));
    }

    @Test
    void admins_see_every_reservation_of_their_company_and_the_division_sees_all() {
        assertThat(accepted(queries.one(anAdminOf(own), reserved.id())).id()).isEqualTo(reserved.id());
        assertThat(List.of(anOperator(), aSupportAgent(), anAuditor()))
                .allSatisfy(caller -> assertThat(
                                accepted(queries.one(caller, strange.id())).id())
                        .isEqualTo(strange.id()));
    }

    @Test
    void a_strangers_reservation_and_one_that_was_never_made_are_the_same_to_a_caller() {
        NotFound notFound = new NotFound(Thing.RESERVATION);
        Caller sameUserElsewhere = ofCompany(reserved.terms().driver(), other, Role.MEMBER);

        assertThat(refused(queries.one(anAdminOf(own), strange.id()))).isEqualTo(notFound);
        assertThat(refused(queries.one(anAdminOf(own), new ReservationId(Ids.next()))))
                .isEqualTo(notFound);
        assertThat(refused(queries.one(sameUserElsewhere, reserved.id()))).isEqualTo(notFound);
        assertThat(refused(queries.one(aPrivatePerson(), reserved.id()))).isEqualTo(notFound);
        assertThat(refused(queries.one(anAuditor(), new ReservationId(Ids.next()))))
                .isEqualTo(notFound);
    }

    @Test
    void a_member_finds_the_own_reservations_and_no_others_whatever_they_search_for() {
        Reserved colleagues = givenReserved(vehicle, "박지훈", hours(13, 14));
        Filter ofColleague = new Filter(null, colleagues.terms().driver(), null, null, null);
        Filter ofVehicle = new Filter(vehicle.id(), null, null, null, null);
        Filter ofSelf = new Filter(null, driver.user(), null, null, null);

        assertThat(search(driver, EVERYTHING)).containsExactly(reserved.id());
        assertThat(search(driver, ofVehicle)).containsExactly(reserved.id());
        assertThat(search(driver, ofSelf)).containsExactly(reserved.id());
        assertThat(search(driver, ofColleague)).isEmpty();
    }

    @Test
    void a_user_of_two_companies_finds_what_belongs_to_the_one_they_act_for() {
        UserId user = reserved.terms().driver();
        var _ = motorpool.given(Member.enrol(new MemberId(Ids.next()), other, user, profile("김민수"), A_LICENCE));
        Reserved elsewhere = motorpool.given(aReservation(strangeVehicle, user, hours(15, 16)));

        assertThat(search(ofCompany(user, own, Role.MEMBER), EVERYTHING)).containsExactly(reserved.id());
        assertThat(search(ofCompany(user, other, Role.MEMBER), EVERYTHING)).containsExactly(elsewhere.id());
    }

    @Test
    void admins_find_all_of_their_company_and_nothing_when_they_ask_for_another() {
        Reserved later = givenReserved(vehicle, "박지훈", hours(13, 14));

        assertThat(search(anAdminOf(own), EVERYTHING)).containsExactly(reserved.id(), later.id());
        assertThat(search(anAdminOf(own), Optional.of(own), EVERYTHING)).containsExactly(reserved.id(), later.id());
        assertThat(search(anAdminOf(own), Optional.of(other), EVERYTHING)).isEmpty();
        assertThat(search(anAdminOf(own), new Filter(strangeVehicle.id(), null, null, null, null)))
                .isEmpty();
    }

    @Test
    void the_division_finds_all_or_those_of_one_company() {
        assertThat(search(anAuditor(), EVERYTHING)).containsExactlyInAnyOrder(reserved.id(), strange.id());
        assertThat(search(anAuditor(), Optional.of(other), EVERYTHING)).containsExactly(strange.id());
    }

    @Test
    void a_private_person_does_not_search() {
        assertThat(refused(queries.search(aPrivatePerson(), Optional.empty(), EVERYTHING, Page.Request.first())))
                .isEqualTo(new NotPermitted(Permission.RESERVE));
    }

    @Test
    void a_driver_sees_who_has_the_vehicle_before_and_after_with_masked_names() {
        givenReservedBy("김수", hours(6, 8));
        givenReservedBy("남궁민수", hours(13, 14));

        assertThat(accepted(queries.neighbours(driver, reserved.id())))
                .isEqualTo(new Neighbours(neighbour("김*", hours(6, 8)), neighbour("남**수", hours(13, 14))));
    }

    @Test
    void nobody_is_shown_whole_to_anybody() {
        givenReservedBy("김", hours(6, 8));
        givenReservedBy("Ana López", hours(13, 14));
        List<Caller> all = List.of(driver, anAdminOf(own), anOperator(), aSupportAgent(), anAuditor());

        assertThat(all)
                .allSatisfy(caller -> assertThat(accepted(queries.neighbours(caller, reserved.id())))
                        .isEqualTo(new Neighbours(neighbour("*", hours(6, 8)), neighbour("A*******z", hours(13, 14)))));
        assertThat(all)
                .allSatisfy(caller -> assertThat(accepted(queries.neighbours(caller, vehicle.id(), hours(9, 13))))
                        .isEqualTo(new Neighbours(neighbour("*", hours(6, 8)), neighbour("A*******z", hours(13, 14)))));
    }

    @Test
    void neighbours_farther_away_than_a_day_are_not_shown() {
        Period farAway = new Period(
                reserved.terms()
                        .period()
                        .end()
                        .plus(ReservationPolicy.NEIGHBOUR_REACH)
                        .plusSeconds(600),
                at(72, 0));
        givenReservedBy("박지훈", farAway);

        assertThat(accepted(queries.neighbours(driver, reserved.id()))).isEqualTo(NOBODY);
    }

    @Test
    void the_neighbours_of_a_reservation_are_for_those_who_see_the_reservation() {
        NotFound notFound = new NotFound(Thing.RESERVATION);

        assertThat(refused(queries.neighbours(aMemberOf(own), reserved.id()))).isEqualTo(notFound);
        assertThat(refused(queries.neighbours(anAdminOf(other), reserved.id()))).isEqualTo(notFound);
        assertThat(refused(queries.neighbours(anOperator(), new ReservationId(Ids.next()))))
                .isEqualTo(notFound);
    }

    @Test
    void the_neighbours_of_a_period_are_for_those_who_see_the_vehicle() {
        NotFound notFound = new NotFound(Thing.VEHICLE);

        assertThat(accepted(queries.neighbours(aMemberOf(own), vehicle.id(), hours(11, 12)))
                        .previous())
                .isEqualTo(neighbour("김*수", hours(9, 11)));
        assertThat(refused(queries.neighbours(aMemberOf(own), strangeVehicle.id(), hours(11, 12))))
                .isEqualTo(notFound);
        assertThat(refused(queries.neighbours(aPrivatePerson(), vehicle.id(), hours(11, 12))))
                .isEqualTo(notFound);
        assertThat(refused(queries.neighbours(anOperator(), new VehicleId(Ids.next()), hours(11, 12))))
                .isEqualTo(notFound);
    }

    @Test
    void notes_are_for_those_who_write_them() {
        Note note = new Note(Ids.next(), reserved.id(), new UserId(Ids.next()), MONDAY_8AM, "called");
        motorpool.notes.add(note).await().indefinitely();

        assertThat(accepted(queries.notes(aSupportAgent(), reserved.id()))).containsExactly(note);
        assertThat(accepted(queries.notes(anOperator(), strange.id()))).isEmpty();
        assertThat(refused(queries.notes(aSupportAgent(), new ReservationId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.RESERVATION));
        assertThat(List.of(driver, anAdminOf(own), anAuditor()))
                .allSatisfy(caller -> assertThat(refused(queries.notes(caller, reserved.id())))
                        .isEqualTo(new NotPermitted(Permission.SUPPORT_RESERVATIONS)));
    }

    @Test
    void whoever_does_not_see_a_reservation_does_not_learn_from_its_notes_that_there_is_one() {
        assertThat(List.of(aMemberOf(own), anAdminOf(new CompanyId(Ids.next())), aPrivatePerson()))
                .allSatisfy(caller -> assertThat(refused(queries.notes(caller, reserved.id())))
                        .isEqualTo(new NotFound(Thing.RESERVATION)));
    }

    private List<ReservationId> search(Caller caller, Filter filter) {
        return search(caller, Optional.empty(), filter);
    }

    private List<ReservationId> search(Caller caller, Optional<CompanyId> company, Filter filter) {
        return accepted(queries.search(caller, company, filter, Page.Request.first())).items().stream()
                .map(ReservationView::id)
                .toList();
    }

    private static Optional<Neighbour> neighbour(String name, Period period) {
        return Optional.of(new Neighbour(new PersonName(name), period));
    }

    private void givenReservedBy(String name, Period period) {
        assertThat(givenReserved(vehicle, name, period)).isInstanceOf(Reservation.class);
    }

    private Reserved givenReserved(Vehicle reservedVehicle, String name, Period period) {
        Member member = Member.enrol(
                new MemberId(Ids.next()), reservedVehicle.company(), new UserId(Ids.next()), profile(name), A_LICENCE);
        return motorpool.given(
                aReservation(reservedVehicle, motorpool.given(member).user(), period));
    }
}
