package io.motorpool.application.fleet;

import static io.motorpool.application.fleet.FleetFixtures.NIGHTS;
import static io.motorpool.application.fleet.FleetFixtures.OFFICE_HOURS;
import static io.motorpool.application.fleet.FleetFixtures.aWindow;
import static io.motorpool.application.fleet.FleetFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.CompanyScope.None;
import io.motorpool.application.shared.CompanyScope.Only;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of plan windows promises. */
public interface PlanWindowsContract extends PortContract {

    PlanWindows windows();

    /** A vehicle without windows. */
    Vehicle givenVehicle();

    @Test
    default void a_window_that_was_never_added_is_not_found() {
        assertThat(find(new PlanWindowId(Ids.next()))).isEmpty();
    }

    @Test
    default void added_windows_are_found_with_their_days_and_hours() {
        Vehicle vehicle = givenVehicle();

        Versioned<PlanWindow> days = given(aWindow(vehicle, OFFICE_HOURS));
        Versioned<PlanWindow> nights = given(aWindow(vehicle, NIGHTS));

        assertThat(days.version()).isEqualTo(Version.FIRST);
        assertThat(find(days.value().id())).contains(days);
        assertThat(find(nights.value().id())).contains(nights);
    }

    @Test
    default void the_living_windows_of_a_vehicle_leave_out_ended_ones_and_those_of_other_vehicles() {
        Vehicle vehicle = givenVehicle();
        Versioned<PlanWindow> living = given(aWindow(vehicle, OFFICE_HOURS));
        Versioned<PlanWindow> former = given(aWindow(vehicle, NIGHTS));
        Versioned<PlanWindow> _ = given(aWindow(givenVehicle(), NIGHTS));

        Version version = inTransaction(() -> windows().save(former.with(ended(former.value()))));

        assertThat(version).isEqualTo(Version.FIRST.next());
        assertThat(find(former.value().id())).contains(new Versioned<>(ended(former.value()), version));
        assertThat(inTransaction(() -> windows().living(vehicle.id()))).containsExactly(living.value());
    }

    @Test
    default void a_vehicles_windows_are_listed_page_by_page_for_its_company_only() {
        Vehicle vehicle = givenVehicle();
        Versioned<PlanWindow> first = given(aWindow(vehicle, OFFICE_HOURS));
        Versioned<PlanWindow> second = given(aWindow(vehicle, NIGHTS));
        Versioned<PlanWindow> _ = given(aWindow(givenVehicle(), NIGHTS));
        CompanyScope own = new Only(vehicle.company());

        Page<Versioned<PlanWindow>> begin = list(own, vehicle, new Page.Request(1, Optional.empty()));
        Page<Versioned<PlanWindow>> rest = list(own, vehicle, new Page.Request(1, begin.next()));

        assertThat(begin.items()).containsExactly(first);
        assertThat(rest.items()).containsExactly(second);
        assertThat(rest.next()).isEmpty();
        assertThat(list(new Only(new CompanyId(Ids.next())), vehicle, Page.Request.first())
                        .items())
                .isEmpty();
        assertThat(list(new None(), vehicle, Page.Request.first()).items()).isEmpty();
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<PlanWindow> stored = given(aWindow(givenVehicle(), OFFICE_HOURS));
        Versioned<PlanWindow> gone = stored.with(ended(stored.value()));
        inTransaction(() -> windows().save(gone).replaceWithVoid());

        assertThatThrownBy(() -> inTransaction(() -> windows().save(stored))).isInstanceOf(ContendedException.class);
        assertThat(find(stored.value().id()).map(Versioned::value)).contains(gone.value());
    }

    @Test
    default void of_many_who_save_from_the_same_version_at_once_one_succeeds() {
        Versioned<PlanWindow> stored = given(aWindow(givenVehicle(), OFFICE_HOURS));
        Versioned<PlanWindow> changed = stored.with(ended(stored.value()));

        var answers = AtOnce.times(4, () -> {
            try {
                return inTransaction(() -> windows().save(changed)).toString();
            } catch (ContendedException lost) {
                return "lost";
            }
        });

        assertThat(answers).filteredOn(answer -> !answer.equals("lost")).hasSize(1);
    }

    @Test
    default void a_window_that_is_saved_as_it_was_keeps_its_version() {
        Versioned<PlanWindow> stored = given(aWindow(givenVehicle(), NIGHTS));

        assertThat(inTransaction(() -> windows().save(stored))).isEqualTo(Version.FIRST);
        assertThat(find(stored.value().id())).contains(stored);
    }

    private Versioned<PlanWindow> given(PlanWindow window) {
        return inTransaction(() -> windows().add(window).map(version -> new Versioned<>(window, version)));
    }

    private Optional<Versioned<PlanWindow>> find(PlanWindowId id) {
        return inTransaction(() -> windows().find(id));
    }

    private Page<Versioned<PlanWindow>> list(CompanyScope scope, Vehicle vehicle, Page.Request page) {
        return inTransaction(() -> windows().list(scope, vehicle.id(), page));
    }
}
