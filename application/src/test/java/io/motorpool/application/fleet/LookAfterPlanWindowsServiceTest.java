package io.motorpool.application.fleet;

import static io.motorpool.application.fleet.AFleet.CLOCK;
import static io.motorpool.application.fleet.AFleet.NOW;
import static io.motorpool.application.fleet.FleetFixtures.NIGHTS;
import static io.motorpool.application.fleet.FleetFixtures.OFFICE_HOURS;
import static io.motorpool.application.fleet.FleetFixtures.YEAR_2027;
import static io.motorpool.application.fleet.FleetFixtures.aWindow;
import static io.motorpool.application.fleet.FleetFixtures.ended;
import static io.motorpool.application.fleet.FleetFixtures.retired;
import static io.motorpool.application.fleet.FleetFixtures.weekly;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.fleet.LookAfterPlanWindows.Change;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.FleetEvent.PlanWindowAgreed;
import io.motorpool.domain.fleet.FleetEvent.PlanWindowChanged;
import io.motorpool.domain.fleet.FleetEvent.PlanWindowEnded;
import io.motorpool.domain.fleet.FleetRefusal.PlanWindowOverlaps;
import io.motorpool.domain.fleet.FleetRefusal.PlanWindowRetired;
import io.motorpool.domain.fleet.FleetRefusal.VehicleRetired;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import org.junit.jupiter.api.Test;

class LookAfterPlanWindowsServiceTest {

    private static final Caller OPERATOR = anOperator();
    private static final WeeklyHours LONGER_HOURS = weekly("08:00", "19:00", MONDAY, FRIDAY);
    private static final WeeklyHours WEEKENDS = weekly("10:00", "16:00", SATURDAY, SUNDAY);

    private final AFleet fleet = new AFleet();
    private final LookAfterPlanWindows service = new LookAfterPlanWindowsService(
            new DirectUnitOfWork(),
            fleet.vehicles,
            fleet.windows,
            fleet.schedules,
            fleet.traces.journal(),
            CLOCK,
            Ids::next);

    private final CompanyId company = fleet.givenCompany();
    private final Vehicle vehicle = fleet.givenVehicle(company);

    @Test
    void an_agreed_window_is_announced_with_its_vehicle_and_on_record() {
        PlanWindowView window = accepted(service.agree(OPERATOR, vehicle.id(), YEAR_2027, OFFICE_HOURS));

        assertThat(window)
                .isEqualTo(new PlanWindowView(
                        window.id(), company, vehicle.id(), YEAR_2027, OFFICE_HOURS, false, Version.FIRST));
        assertThat(fleet.traces.facts()).containsExactly(new PlanWindowAgreed(window.id(), vehicle.id(), company, NOW));
        assertThat(fleet.traces.deeds())
                .singleElement()
                .satisfies(deed -> assertThat(deed.after())
                        .containsEntry("days", "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY")
                        .containsEntry("startTime", "09:00")
                        .containsEntry("until", "2027-12-31"));
    }

    @Test
    void the_others_are_looked_at_under_the_lock_of_the_vehicles_schedule() {
        PlanWindow window = fleet.given(aWindow(vehicle, OFFICE_HOURS));

        succeeds(service.agree(OPERATOR, vehicle.id(), YEAR_2027, NIGHTS));
        succeeds(service.change(new Change(OPERATOR, window.id(), Version.FIRST, YEAR_2027, WEEKENDS)));

        assertThat(fleet.schedules.locked).containsExactly(vehicle.id(), vehicle.id());
    }

    @Test
    void hours_that_are_agreed_already_are_refused_unless_they_are_those_of_another_vehicle_or_ended() {
        var _ = fleet.given(aWindow(vehicle, OFFICE_HOURS));
        var _ = fleet.given(ended(aWindow(vehicle, NIGHTS)));
        Vehicle other = fleet.givenVehicle(company);

        assertThat(refused(service.agree(OPERATOR, vehicle.id(), YEAR_2027, OFFICE_HOURS)))
                .isEqualTo(new PlanWindowOverlaps());
        succeeds(service.agree(OPERATOR, vehicle.id(), YEAR_2027, NIGHTS));
        succeeds(service.agree(OPERATOR, other.id(), YEAR_2027, OFFICE_HOURS));
    }

    @Test
    void nothing_is_agreed_on_a_vehicle_that_is_not_there_a_strangers_or_has_left() {
        Vehicle left = fleet.given(retired(FleetFixtures.aVehicle(company, vehicle.zone())));
        Vehicle unknown = FleetFixtures.aVehicle(company, vehicle.zone());
        Caller stranger = anAdminOf(fleet.givenCompany());

        assertThat(refused(service.agree(OPERATOR, left.id(), YEAR_2027, NIGHTS)))
                .isEqualTo(new VehicleRetired());
        assertThat(refused(service.agree(OPERATOR, unknown.id(), YEAR_2027, NIGHTS)))
                .isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(service.agree(stranger, vehicle.id(), YEAR_2027, NIGHTS)))
                .isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(service.agree(anAdminOf(company), vehicle.id(), YEAR_2027, NIGHTS)))
                .isEqualTo(new NotPermitted(Permission.MANAGE_FLEET));
    }

    @Test
    void a_window_may_be_changed_to_hours_that_it_covered_itself_but_not_to_those_of_another() {
        PlanWindow window = fleet.given(aWindow(vehicle, OFFICE_HOURS));
        var _ = fleet.given(aWindow(vehicle, NIGHTS));

        PlanWindowView changed =
                accepted(service.change(new Change(OPERATOR, window.id(), Version.FIRST, YEAR_2027, LONGER_HOURS)));

        assertThat(changed.version()).isEqualTo(Version.FIRST.next());
        assertThat(fleet.traces.facts())
                .containsExactly(new PlanWindowChanged(window.id(), vehicle.id(), company, NOW));
        assertThat(refused(service.change(new Change(OPERATOR, window.id(), changed.version(), YEAR_2027, NIGHTS))))
                .isEqualTo(new PlanWindowOverlaps());
    }

    @Test
    void a_stranger_does_not_find_the_window_and_an_old_version_is_refused() {
        PlanWindow window = fleet.given(aWindow(vehicle, OFFICE_HOURS));
        Caller stranger = anAdminOf(fleet.givenCompany());

        assertThat(refused(service.retire(stranger, window.id(), Version.FIRST)))
                .isEqualTo(new NotFound(Thing.PLAN_WINDOW));
        assertThat(refused(service.change(new Change(OPERATOR, window.id(), new Version(2), YEAR_2027, NIGHTS))))
                .isEqualTo(new Stale(new Version(2), Version.FIRST));
    }

    @Test
    void a_window_is_ended_once() {
        PlanWindow window = fleet.given(aWindow(vehicle, OFFICE_HOURS));

        PlanWindowView gone = accepted(service.retire(OPERATOR, window.id(), Version.FIRST));

        assertThat(gone.retired()).isTrue();
        assertThat(fleet.traces.facts()).containsExactly(new PlanWindowEnded(window.id(), vehicle.id(), company, NOW));
        assertThat(refused(service.retire(OPERATOR, window.id(), gone.version())))
                .isEqualTo(new PlanWindowRetired());
    }
}
