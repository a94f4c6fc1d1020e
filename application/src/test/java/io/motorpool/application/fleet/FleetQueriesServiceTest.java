package io.motorpool.application.fleet;

import static io.motorpool.application.fleet.FleetFixtures.NIGHTS;
import static io.motorpool.application.fleet.FleetFixtures.OFFICE_HOURS;
import static io.motorpool.application.fleet.FleetFixtures.aWindow;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.anAuditor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.fleet.FleetQueries.Stretch;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FleetQueriesServiceTest {

    private static final Page.Request FIRST_PAGE = Page.Request.first();

    private final AFleet fleet = new AFleet();
    private final FleetQueries queries = new FleetQueriesService(
            new DirectUnitOfWork(), fleet.companies, fleet.vehicles, fleet.zones, fleet.windows);

    private final CompanyId company = fleet.givenCompany();
    private final Vehicle vehicle = fleet.givenVehicle(company);
    private final PlanWindow window = fleet.given(aWindow(vehicle, OFFICE_HOURS));
    private final Caller member = aMemberOf(company);
    private final Caller stranger = aMemberOf(fleet.givenCompany());

    @Test
    void everybody_in_the_company_and_in_the_division_sees_the_fleet() {
        for (Caller caller : new Caller[] {member, anAuditor()}) {
            assertThat(accepted(queries.vehicle(caller, vehicle.id())).id()).isEqualTo(vehicle.id());
            assertThat(accepted(queries.zone(caller, vehicle.zone())).id()).isEqualTo(vehicle.zone());
            assertThat(accepted(queries.planWindow(caller, window.id())).id()).isEqualTo(window.id());
            assertThat(accepted(queries.vehicles(caller, company, FIRST_PAGE)).items())
                    .extracting(VehicleView::id)
                    .containsExactly(vehicle.id());
            assertThat(accepted(queries.zones(caller, company, FIRST_PAGE)).items())
                    .extracting(ZoneView::id)
                    .containsExactly(vehicle.zone());
            assertThat(accepted(queries.planWindows(caller, vehicle.id(), FIRST_PAGE))
                            .items())
                    .extracting(PlanWindowView::id)
                    .containsExactly(window.id());
        }
    }

    @Test
    void to_strangers_and_private_people_the_fleet_is_not_there() {
        Stretch march = new Stretch(period("2027-03-01T00:00:00Z", "2027-04-01T00:00:00Z"));

        for (Caller caller : new Caller[] {stranger, aPrivatePerson()}) {
            assertThat(refused(queries.vehicle(caller, vehicle.id()))).isEqualTo(new NotFound(Thing.VEHICLE));
            assertThat(refused(queries.zone(caller, vehicle.zone()))).isEqualTo(new NotFound(Thing.ZONE));
            assertThat(refused(queries.planWindow(caller, window.id()))).isEqualTo(new NotFound(Thing.PLAN_WINDOW));
            assertThat(refused(queries.vehicles(caller, company, FIRST_PAGE))).isEqualTo(new NotFound(Thing.COMPANY));
            assertThat(refused(queries.zones(caller, company, FIRST_PAGE))).isEqualTo(new NotFound(Thing.COMPANY));
            assertThat(refused(queries.planWindows(caller, vehicle.id(), FIRST_PAGE)))
                    .isEqualTo(new NotFound(Thing.VEHICLE));
            assertThat(refused(queries.businessOccupancy(caller, vehicle.id(), march)))
                    .isEqualTo(new NotFound(Thing.VEHICLE));
        }
    }

    @Test
    void what_does_not_exist_looks_the_same_to_the_division() {
        assertThat(refused(queries.vehicle(anAuditor(), new VehicleId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(queries.vehicles(anAuditor(), new CompanyId(Ids.next()), FIRST_PAGE)))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void business_occupancy_is_the_windows_told_in_dates() {
        var _ = fleet.given(aWindow(vehicle, NIGHTS));

        // Friday the 5th of March 2027, 00:00, to Sunday, 00:00, in Seoul.
        var told = accepted(queries.businessOccupancy(
                member, vehicle.id(), new Stretch(period("2027-03-04T15:00:00Z", "2027-03-06T15:00:00Z"))));

        assertThat(told)
                .containsExactly(
                        period("2027-03-05T00:00:00Z", "2027-03-05T09:00:00Z"),
                        period("2027-03-05T13:00:00Z", "2027-03-05T21:00:00Z"),
                        period("2027-03-06T13:00:00Z", "2027-03-06T15:00:00Z"));
    }

    @Test
    void business_occupancy_is_told_for_400_days_at_once_and_no_longer() {
        Stretch longest = new Stretch(period("2027-01-01T00:00:00Z", "2028-02-05T00:00:00Z"));

        assertThat(accepted(queries.businessOccupancy(member, vehicle.id(), longest)))
                .hasSize(261);
        assertThatThrownBy(() -> new Stretch(period("2027-01-01T00:00:00Z", "2028-02-05T00:00:01Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Period period(String start, String end) {
        return new Period(Instant.parse(start), Instant.parse(end));
    }
}
