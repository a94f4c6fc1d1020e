package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.registered;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Taken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AvailabilityQueriesServiceTest {

    private static final Period MORNING = hours(9, 12);

    private final InMemoryAvailability reader = new InMemoryAvailability(new MovedClock(MONDAY_8AM));
    private final CompanyId own = new CompanyId(Ids.next());
    private final CompanyId other = new CompanyId(Ids.next());
    private final AvailabilityQueries queries =
            new AvailabilityQueriesService(new DirectUnitOfWork(), registered(own, other), reader);
    private final VehicleId vehicle = givenVehicle(own, VehicleStatus.ACTIVE);
    private final VehicleId strange = givenVehicle(other, VehicleStatus.ACTIVE);

    @Test
    void a_vehicle_that_nobody_wants_is_free_from_the_first_moment_to_the_last() {
        Availability answer = accepted(queries.of(aMemberOf(own), vehicle, MORNING));

        assertThat(answer).isEqualTo(new Availability(vehicle, MORNING, List.of(MORNING), List.of(), MONDAY_8AM));
        assertThat(answer.available()).isTrue();
    }

    @Test
    void what_stands_in_the_way_is_explained() {
        givenInWorkshop(vehicle, hours(10, 11));

        Availability answer = accepted(queries.of(aMemberOf(own), vehicle, MORNING));

        assertThat(answer.available()).isFalse();
        assertThat(answer.free()).containsExactly(hours(9, 10), hours(11, 12));
        assertThat(answer.taken()).containsExactly(new Taken(OccupancyKind.MAINTENANCE, hours(10, 11)));
    }

    @Test
    void a_vehicle_in_maintenance_is_not_free_at_all() {
        VehicleId broken = givenVehicle(own, VehicleStatus.MAINTENANCE);

        Availability answer = accepted(queries.of(aMemberOf(own), broken, MORNING));

        assertThat(answer.free()).isEmpty();
        assertThat(answer.taken()).containsExactly(new Taken(OccupancyKind.MAINTENANCE, MORNING));
    }

    @Test
    void a_strangers_vehicle_and_one_that_does_not_exist_are_the_same_to_a_caller() {
        NotFound notFound = new NotFound(Thing.VEHICLE);

        assertThat(refused(queries.of(anAdminOf(own), strange, MORNING))).isEqualTo(notFound);
        assertThat(refused(queries.of(anAdminOf(own), new VehicleId(Ids.next()), MORNING)))
                .isEqualTo(notFound);
        assertThat(refused(queries.of(aPrivatePerson(), vehicle, MORNING))).isEqualTo(notFound);
        assertThat(accepted(queries.of(anAuditor(), strange, MORNING)).vehicle())
                .isEqualTo(strange);
    }

    @Test
    void a_companys_vehicles_are_told_page_by_page_without_those_that_have_left() {
        VehicleId second = givenVehicle(own, VehicleStatus.MAINTENANCE);
        VehicleId former = givenVehicle(own, VehicleStatus.RETIRED);
        VehicleId third = givenVehicle(own, VehicleStatus.ACTIVE);
        givenInWorkshop(third, MORNING);

        List<Availability> told = Walk.through(2, page -> accepted(queries.of(aMemberOf(own), own, MORNING, page)));

        assertThat(told)
                .extracting(Availability::vehicle)
                .containsExactly(vehicle, second, third)
                .doesNotContain(former);
        assertThat(told).extracting(Availability::available).containsExactly(true, false, false);
    }

    @Test
    void another_companys_vehicles_are_not_there() {
        assertThat(refused(queries.of(anAdminOf(own), other, MORNING, Page.Request.first())))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(queries.of(aPrivatePerson(), own, MORNING, Page.Request.first())))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(accepted(queries.of(anAuditor(), other, MORNING, new Page.Request(1, Optional.empty())))
                        .items())
                .extracting(Availability::vehicle)
                .containsExactly(strange);
    }

    private VehicleId givenVehicle(CompanyId company, VehicleStatus status) {
        VehicleId id = new VehicleId(Ids.next());
        reader.put(id, company, status);
        return id;
    }

    private void givenInWorkshop(VehicleId id, Period period) {
        reader.put(new ByDivision(new OccupancyId(Ids.next()), own, id, ByDivision.Cause.MAINTENANCE, period));
    }
}
