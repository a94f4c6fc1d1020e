package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of slots promises. */
public interface SlotsContract extends RouteGround {

    @Test
    default void a_slot_is_found_with_its_timetables() {
        Slot slot = givenSlot(givenRoute(givenCompany()));

        assertThat(inTransaction(() -> slots().find(slot.id()))).contains(new Versioned<>(slot, Version.FIRST));
        assertThat(inTransaction(() -> slots().lock(slot.id()))).contains(new Versioned<>(slot, Version.FIRST));
        assertThat(inTransaction(() -> slots().find(new SlotId(Ids.next())))).isEmpty();
    }

    @Test
    default void what_a_slot_became_is_stored_once_per_version() {
        Versioned<Slot> stored = new Versioned<>(givenSlot(givenRoute(givenCompany())), Version.FIRST);
        Slot bare = without(stored.value(), false);

        assertThat(inTransaction(() -> slots().save(stored))).isEqualTo(Version.FIRST);
        assertThat(inTransaction(() -> slots().save(stored.with(bare)))).isEqualTo(Version.FIRST.next());
        assertThat(inTransaction(() -> slots().find(bare.id()))).contains(new Versioned<>(bare, Version.FIRST.next()));
        assertThatThrownBy(() -> inTransaction(() -> slots().save(stored.with(bare))))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    default void the_living_slots_of_a_route_are_counted_and_all_of_them_are_listed() {
        Route route = givenRoute(givenCompany());
        Slot first = givenSlot(route);
        Slot second = givenSlot(route);
        Slot _ = givenSlot(givenRoute(route.company()));
        Version _ = inTransaction(() -> slots().save(new Versioned<>(without(first, true), Version.FIRST)));

        assertThat(inTransaction(() -> slots().living(route.id()))).isEqualTo(1);
        assertThat(inTransaction(() -> slots().list(
                                        new CompanyScope.Only(route.company()),
                                        Optional.of(route.id()),
                                        Page.Request.first()))
                        .items())
                .extracting(stored -> stored.value().id())
                .containsExactly(first.id(), second.id());
        assertThat(inTransaction(() -> slots().list(
                                        new CompanyScope.Only(route.company()), Optional.empty(), Page.Request.first()))
                        .items())
                .hasSize(3);
    }

    private static Slot without(Slot slot, boolean retired) {
        return new Slot(slot.id(), slot.route(), slot.company(), slot.name(), List.of(), retired);
    }
}
