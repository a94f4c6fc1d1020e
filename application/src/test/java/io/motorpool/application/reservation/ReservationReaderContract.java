package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.A_LICENCE;
import static io.motorpool.application.company.CompanyFixtures.profile;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationReader.Neighbour;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.CompanyScope.Every;
import io.motorpool.application.shared.CompanyScope.None;
import io.motorpool.application.shared.CompanyScope.Only;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What everybody who answers questions about reservations promises. */
public interface ReservationReaderContract extends ReservationGround {

    Filter EVERYTHING = new Filter(null, null, null, null, null);
    Page.Request LARGE = new Page.Request(Page.Request.LARGEST, Optional.empty());
    Duration A_MOMENT = Duration.ofNanos(1_000);
    Duration REACH = ReservationPolicy.NEIGHBOUR_REACH;

    /** A time in which no other test has reservations: sweeps look at all companies at once. */
    Instant LONG_AGO = Instant.parse("2001-05-07T00:00:00Z");

    ReservationReader reader();

    @Test
    default void a_reservation_that_was_never_made_is_not_found() {
        assertThat(view(new ReservationId(Ids.next()))).isEmpty();
    }

    @Test
    default void a_reservation_is_viewed_as_it_is_in_whatever_state() {
        Departure departure = new Departure(at(0, 3).plusNanos(123_456_000), ODOMETER);
        Odometer later = new Odometer(12_400);
        Instant end = at(1, 30);

        List<Reservation> all = List.of(
                new Reserved(someTerms(), false, at(0, 30)),
                new Reserved(someTerms(), true, at(0, 30)),
                new InUse(someTerms(), departure, null),
                new Returned(someTerms(), departure, end, later, at(2, 0)),
                new ForceReturned(someTerms(), departure, end, null, at(2, 0)),
                new ForceReturned(someTerms(), departure, end, later, at(2, 0)),
                new Cancelled(someTerms(), end),
                new NoShow(someTerms(), end));
        all.forEach(each -> assertThat(givenAs(each)).isEqualTo(each));

        assertThat(all)
                .allSatisfy(reservation ->
                        assertThat(view(reservation.id())).contains(ReservationView.of(stored(reservation.id()))));
    }

    @Test
    default void a_late_reservation_is_viewed_as_overdue() {
        Vehicle vehicle = givenVehicle();
        InUse late = givenAs(running(vehicle, hours(0, 2), at(2, 40)));

        assertThat(view(late.id())).map(ReservationView::overdue).contains(true);
    }

    @Test
    default void a_search_finds_in_order_of_the_start_and_then_of_the_id() {
        CompanyId company = givenCompany();
        Reserved noon = givenReserved(givenVehicle(company), hours(12, 13));
        Reserved early = givenReserved(givenVehicle(company), hours(8, 9));
        Reserved alsoEarly = givenReserved(givenVehicle(company), hours(8, 10));

        assertThat(search(new Only(company), EVERYTHING)).containsExactly(early.id(), alsoEarly.id(), noon.id());
    }

    @Test
    default void a_search_is_told_page_by_page() {
        CompanyId company = givenCompany();
        List<ReservationId> inOrder = givenMany(company, 5);

        assertThat(walk(new Only(company), 2, () -> {})).isEqualTo(inOrder);
        assertThat(walk(new Only(company), 5, () -> {})).isEqualTo(inOrder);
        assertThat(page(new Only(company), EVERYTHING, new Page.Request(5, Optional.empty()))
                        .next())
                .isEmpty();
    }

    @Test
    default void a_walk_through_a_search_tells_each_once_even_while_others_are_made() {
        CompanyId company = givenCompany();
        List<ReservationId> before = givenMany(company, 6);
        List<ReservationId> atTheFront = new ArrayList<>();
        List<ReservationId> atTheEnd = new ArrayList<>();

        List<ReservationId> told = walk(new Only(company), 2, () -> {
            if (atTheFront.size() < 3) {
                atTheFront.add(givenReserved(givenVehicle(company), hours(1, 2)).id());
                atTheEnd.add(givenReserved(givenVehicle(company), hours(23, 24)).id());
            }
        });

        assertThat(told).doesNotHaveDuplicates().containsSubsequence(before).doesNotContainAnyElementsOf(atTheFront);
        assertThat(told.subList(before.size(), told.size())).isEqualTo(atTheEnd);
    }

    @Test
    default void a_search_is_narrowed_by_whatever_it_names() {
        CompanyId company = givenCompany();
        Vehicle vehicle = givenVehicle(company);
        Reserved waiting = givenReserved(vehicle, hours(8, 9));
        InUse running = givenAs(running(vehicle, hours(12, 13), null));
        Reserved elsewhere = givenReserved(givenVehicle(company), hours(8, 9));
        UserId driver = waiting.terms().driver();
        Only own = new Only(company);

        assertThat(search(own, new Filter(vehicle.id(), null, null, null, null)))
                .containsExactly(waiting.id(), running.id());
        assertThat(search(own, new Filter(null, driver, null, null, null))).containsExactly(waiting.id());
        assertThat(search(own, new Filter(null, null, ReservationStatus.IN_USE, null, null)))
                .containsExactly(running.id());
        assertThat(search(own, new Filter(null, null, ReservationStatus.RESERVED, null, null)))
                .containsExactly(waiting.id(), elsewhere.id());
        assertThat(search(own, new Filter(vehicle.id(), null, ReservationStatus.RESERVED, at(8, 0), at(10, 0))))
                .containsExactly(waiting.id());
        assertThat(search(own, new Filter(vehicle.id(), driver, ReservationStatus.IN_USE, null, null)))
                .isEmpty();
        assertThat(search(own, new Filter(new VehicleId(Ids.next()), null, null, null, null)))
                .isEmpty();
    }

    @Test
    default void a_search_from_and_until_finds_what_has_something_in_common_with_the_time_between() {
        CompanyId company = givenCompany();
        Vehicle vehicle = givenVehicle(company);
        Reserved before = givenReserved(vehicle, hours(6, 8));
        Reserved within = givenReserved(vehicle, hours(9, 10));
        Reserved after = givenReserved(vehicle, hours(12, 14));
        Only own = new Only(company);

        assertThat(search(own, new Filter(null, null, null, at(8, 0), at(12, 0))))
                .containsExactly(within.id());
        assertThat(search(own, new Filter(null, null, null, at(7, 59), at(12, 1))))
                .containsExactly(before.id(), within.id(), after.id());
        assertThat(search(own, new Filter(null, null, null, at(8, 0), null))).containsExactly(within.id(), after.id());
        assertThat(search(own, new Filter(null, null, null, null, at(12, 0))))
                .containsExactly(before.id(), within.id());
    }

    @Test
    default void a_search_from_late_in_the_longest_reservation_finds_it() {
        CompanyId company = givenCompany();
        Period longest = new Period(at(0, 0), at(0, 0).plus(ReservationPolicy.LONGEST));
        Reserved reservation = givenReserved(givenVehicle(company), longest);

        assertThat(search(
                        new Only(company),
                        new Filter(null, null, null, longest.end().minusSeconds(1), null)))
                .containsExactly(reservation.id());
        assertThat(search(new Only(company), new Filter(null, null, null, longest.end(), null)))
                .isEmpty();
    }

    @Test
    default void a_search_finds_nothing_of_another_company() {
        Reserved own = givenReserved(givenVehicle(), hours(8, 9));
        Reserved strange = givenReserved(givenVehicle(), hours(8, 9));
        Only ownCompany = new Only(own.terms().company());
        Filter strangeVehicle = new Filter(strange.terms().vehicle(), null, null, null, null);
        Filter strangeDriver = new Filter(null, strange.terms().driver(), null, null, null);

        assertThat(search(ownCompany, EVERYTHING)).containsExactly(own.id());
        assertThat(search(ownCompany, strangeVehicle)).isEmpty();
        assertThat(search(ownCompany, strangeDriver)).isEmpty();
        assertThat(search(new None(), strangeVehicle)).isEmpty();
        assertThat(search(new Every(), strangeVehicle)).containsExactly(strange.id());
    }

    @Test
    default void neighbours_are_the_nearest_before_and_after_with_their_names() {
        Vehicle vehicle = givenVehicle();
        var _ = givenReservedBy(vehicle, "박지훈", hours(2, 4));
        var _ = givenReservedBy(vehicle, "이서연", hours(5, 7));
        Reserved asked = givenReservedBy(vehicle, "김민수", hours(9, 11));
        var _ = givenReservedBy(vehicle, "Ana López", hours(13, 14));
        var _ = givenReservedBy(vehicle, "최유진", hours(15, 16));

        assertThat(neighboursOf(asked))
                .isEqualTo(neighbours(neighbour("이서연", hours(5, 7)), neighbour("Ana López", hours(13, 14))));
    }

    @Test
    default void a_vehicle_that_nobody_else_has_around_then_shows_no_neighbours() {
        Reserved alone = givenReserved(givenVehicle(), hours(9, 11));

        assertThat(neighboursOf(alone)).isEqualTo(neighbours(null, null));
    }

    @Test
    default void neighbours_of_a_period_that_nobody_reserved_are_those_that_touch_it_or_lie_beyond() {
        Vehicle vehicle = givenVehicle();
        var _ = givenReservedBy(vehicle, "박지훈", hours(2, 4));
        var _ = givenReservedBy(vehicle, "이서연", hours(9, 10));
        var _ = givenReservedBy(vehicle, "최유진", hours(13, 14));

        assertThat(neighboursOf(vehicle, hours(4, 9)))
                .isEqualTo(neighbours(neighbour("박지훈", hours(2, 4)), neighbour("이서연", hours(9, 10))));
        assertThat(neighboursOf(vehicle, hours(9, 11)))
                .isEqualTo(neighbours(neighbour("박지훈", hours(2, 4)), neighbour("최유진", hours(13, 14))));
    }

    @Test
    default void neighbours_are_shown_as_far_as_a_day_and_no_farther() {
        Vehicle vehicle = givenVehicle();
        Reserved before = givenReserved(vehicle, hours(0, 2));
        Reserved after = givenReserved(vehicle, hours(100, 102));
        Instant earliest = before.terms().period().end().plus(REACH);
        Instant latest = after.terms().period().start().minus(REACH);
        Instant between = at(50, 0);

        assertThat(neighboursOf(vehicle, new Period(earliest, between)).previous())
                .isPresent();
        assertThat(neighboursOf(vehicle, new Period(earliest.plus(A_MOMENT), between))
                        .previous())
                .isEmpty();
        assertThat(neighboursOf(vehicle, new Period(between, latest)).next()).isPresent();
        assertThat(neighboursOf(vehicle, new Period(between, latest.minus(A_MOMENT)))
                        .next())
                .isEmpty();
    }

    @Test
    default void who_brought_the_vehicle_back_early_had_it_until_then() {
        Vehicle vehicle = givenVehicle();
        ReservationTerms terms = aReservation(vehicle, givenMember(vehicle.company(), "이서연"), hours(5, 9))
                .terms();
        Instant back = at(6, 12).plusNanos(345_678_000);
        var _ = givenAs(new Returned(terms, new Departure(at(5, 3), ODOMETER), back, ODOMETER, back));
        Reserved next = givenReserved(vehicle, hours(7, 8));

        assertThat(neighboursOf(next)).isEqualTo(neighbours(neighbour("이서연", new Period(at(5, 0), back)), null));
    }

    @Test
    default void who_still_has_the_vehicle_is_a_neighbour_and_who_gave_it_up_is_none() {
        Vehicle vehicle = givenVehicle();
        UserId seoyeon = givenMember(vehicle.company(), "이서연");
        var _ = givenAs(new NoShow(aReservation(vehicle, seoyeon, hours(6, 7)).terms(), at(6, 30)));
        var _ = givenAs(new InUse(
                aReservation(vehicle, seoyeon, hours(3, 5)).terms(), new Departure(at(3, 0), ODOMETER), at(5, 40)));
        var _ = givenAs(
                new Cancelled(aReservation(vehicle, seoyeon, hours(12, 13)).terms(), at(0, 0)));
        Reserved asked = givenReserved(vehicle, hours(9, 11));

        assertThat(neighboursOf(asked)).isEqualTo(neighbours(neighbour("이서연", hours(3, 5)), null));
    }

    @Test
    default void another_vehicle_or_another_company_has_other_neighbours() {
        Vehicle vehicle = givenVehicle();
        Vehicle other = givenVehicle(vehicle.company());
        var _ = givenReservedBy(vehicle, "이서연", hours(5, 7));

        assertThat(neighboursOf(other, hours(8, 9))).isEqualTo(neighbours(null, null));
        assertThat(inTransaction(() -> reader().neighbours(givenStranger(), vehicle.id(), hours(8, 9), null)))
                .isEqualTo(neighbours(null, null));
    }

    @Test
    default void overdue_is_what_is_out_past_its_end_and_not_kept_long_enough_the_longest_first() {
        InUse second = givenAs(running(givenVehicle(), longAgo(1, 3), null));
        InUse first = givenAs(running(givenVehicle(), longAgo(1, 2), null));
        InUse keptForTooShort = givenAs(running(givenVehicle(), longAgo(2, 4), ago(5).plus(ReservationPolicy.GRID)));
        InUse keptLongEnough = givenAs(running(
                givenVehicle(),
                longAgo(2, 4),
                ago(5).plus(ReservationPolicy.GRID).plus(A_MOMENT)));
        InUse endsNow = givenAs(running(givenVehicle(), longAgo(4, 5), null));
        InUse endsLater = givenAs(running(givenVehicle(), longAgo(4, 6), null));
        Reserved waiting = givenReserved(givenVehicle(), longAgo(1, 2));

        List<ReservationId> overdue = overdue(Page.Request.LARGEST);

        assertThat(overdue)
                .containsSubsequence(first.id(), second.id(), keptForTooShort.id(), endsNow.id())
                .doesNotContain(keptLongEnough.id(), endsLater.id(), waiting.id());
        assertThat(overdue(1)).isEqualTo(overdue);
    }

    @Test
    default void lapsed_is_what_waited_in_vain_unless_the_vehicle_was_not_there_the_oldest_first() {
        Reserved second = givenAs(waiting(longAgo(2, 9), false, ago(4)));
        Reserved first = givenAs(waiting(longAgo(1, 9), false, ago(3)));
        Reserved lapsesNow = givenAs(waiting(longAgo(3, 9), false, ago(5)));
        Reserved lapsesLater = givenAs(waiting(longAgo(3, 9), false, ago(5).plus(A_MOMENT)));
        Reserved atRisk = givenAs(waiting(longAgo(1, 9), true, ago(3)));
        Reserved atRiskAndOver = givenAs(waiting(longAgo(1, 5), true, ago(3).plusSeconds(1)));
        InUse running = givenAs(running(givenVehicle(), longAgo(1, 2), null));

        List<ReservationId> lapsed = lapsed(Page.Request.LARGEST);

        assertThat(lapsed)
                .containsSubsequence(first.id(), atRiskAndOver.id(), second.id(), lapsesNow.id())
                .doesNotContain(lapsesLater.id(), atRisk.id(), running.id());
        assertThat(lapsed(1)).isEqualTo(lapsed);
    }

    /** Whoever acts on them page by page sees each of them once, though some are gone by the next page. */
    @Test
    default void those_due_since_the_same_moment_are_told_once_each_whatever_happens_in_between() {
        Set<ReservationId> late = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            late.add(givenAs(running(givenVehicle(), longAgo(0, 1), null)).id());
        }

        List<ReservationId> seen = new ArrayList<>();
        List<ReservationId> told = Walk.through(
                2,
                page -> {
                    Page<ReservationId> due = inTransaction(() -> reader().overdue(ago(1), page));
                    seen.addAll(due.items());
                    return due;
                },
                () -> keptLonger(seen.getFirst()));

        assertThat(told).doesNotHaveDuplicates().containsAll(late);
    }

    private void keptLonger(ReservationId id) {
        Versioned<Reservation> stored = stored(id);
        InUse late = (InUse) stored.value();
        assertThat(become(stored, new InUse(late.terms(), late.departure(), ago(9))))
                .hasSize(1);
    }

    private List<ReservationId> overdue(int limit) {
        return Walk.through(limit, page -> inTransaction(() -> reader().overdue(ago(5), page)));
    }

    private List<ReservationId> lapsed(int limit) {
        return Walk.through(limit, page -> inTransaction(() -> reader().lapsed(ago(5), page)));
    }

    private Optional<ReservationView> view(ReservationId id) {
        return inTransaction(() -> reader().view(id));
    }

    private List<ReservationId> search(CompanyScope scope, Filter filter) {
        return page(scope, filter, LARGE).items().stream()
                .map(ReservationView::id)
                .toList();
    }

    private Page<ReservationView> page(CompanyScope scope, Filter filter, Page.Request page) {
        return inTransaction(() -> reader().search(scope, filter, page));
    }

    private List<ReservationId> walk(CompanyScope scope, int limit, Runnable between) {
        return Walk.through(limit, page -> page(scope, EVERYTHING, page).map(ReservationView::id), between);
    }

    private Neighbours neighboursOf(Reserved asked) {
        ReservationTerms terms = asked.terms();
        return inTransaction(() -> reader().neighbours(terms.company(), terms.vehicle(), terms.period(), terms.id()));
    }

    private Neighbours neighboursOf(Vehicle vehicle, Period period) {
        return inTransaction(() -> reader().neighbours(vehicle.company(), vehicle.id(), period, null));
    }

    private static Neighbours neighbours(@Nullable Neighbour previous, @Nullable Neighbour next) {
        return new Neighbours(Optional.ofNullable(previous), Optional.ofNullable(next));
    }

    private static Neighbour neighbour(String name, Period period) {
        return new Neighbour(new PersonName(name), period);
    }

    /** In the order of a search; several of them begin at the same moment. */
    private List<ReservationId> givenMany(CompanyId company, int number) {
        List<Reserved> many = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int start = 8 + i % 2;
            many.add(givenReserved(givenVehicle(company), hours(start, start + 2)));
        }
        return many.stream()
                .sorted(Comparator.<Reserved, Instant>comparing(
                                it -> it.terms().period().start())
                        .thenComparing(it -> it.id().value()))
                .map(Reservation::id)
                .toList();
    }

    private Reserved givenReservedBy(Vehicle vehicle, String name, Period period) {
        return given(aReservation(vehicle, givenMember(vehicle.company(), name), period));
    }

    private UserId givenMember(CompanyId company, String name) {
        return given(Member.enrol(new MemberId(Ids.next()), company, new UserId(Ids.next()), profile(name), A_LICENCE))
                .user();
    }

    private CompanyId givenStranger() {
        return new CompanyId(Ids.next());
    }

    private ReservationTerms someTerms() {
        Vehicle vehicle = givenVehicle();
        return aReservation(vehicle, givenDriver(vehicle.company()), hours(0, 4))
                .terms();
    }

    private InUse running(Vehicle vehicle, Period period, @Nullable Instant keptUntil) {
        ReservationTerms terms =
                aReservation(vehicle, givenDriver(vehicle.company()), period).terms();
        return new InUse(terms, new Departure(period.start(), ODOMETER), keptUntil);
    }

    private Reserved waiting(Period period, boolean atRisk, Instant noShowFrom) {
        Vehicle vehicle = givenVehicle();
        return new Reserved(
                aReservation(vehicle, givenDriver(vehicle.company()), period).terms(), atRisk, noShowFrom);
    }

    /** Reserved first, since every life begins so. */
    private <R extends Reservation> R givenAs(R reservation) {
        var terms = reservation.terms();
        var first = given(new Reserved(terms, false, terms.period().start().plus(ReservationPolicy.NO_SHOW_GRACE)));
        if (!reservation.equals(first)) {
            assertThat(become(stored(first.id()), reservation)).hasSize(1);
        }
        return reservation;
    }

    private static Instant ago(int hour) {
        return LONG_AGO.plus(Duration.ofHours(hour));
    }

    private static Period longAgo(int from, int until) {
        return new Period(ago(from), ago(until));
    }
}
