package io.motorpool.application.fleet;

import static io.motorpool.application.fleet.FleetFixtures.PANGYO;
import static io.motorpool.application.fleet.FleetFixtures.aZone;
import static io.motorpool.application.fleet.FleetFixtures.anAreaAround;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.ListContract;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of zones promises. */
public interface ZonesContract extends ListContract<Versioned<VirtualZone>> {

    Zones zones();

    @Override
    default Versioned<VirtualZone> givenListed(CompanyId owner) {
        return given(aZone(owner));
    }

    @Override
    default Uni<Page<Versioned<VirtualZone>>> list(CompanyScope scope, Page.Request page) {
        return zones().list(scope, page);
    }

    @Override
    default UUID idOf(Versioned<VirtualZone> listed) {
        return listed.value().id().value();
    }

    @Test
    default void a_zone_that_was_never_added_is_not_found() {
        ZoneId unknown = new ZoneId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> zones().hold(unknown))).isEmpty();
        assertThat(inTransaction(() -> zones().lock(unknown))).isEmpty();
    }

    @Test
    default void an_added_zone_is_found_with_every_corner_where_it_was() {
        VirtualZone zone =
                VirtualZone.define(new ZoneId(Ids.next()), givenOwner(), "판교 본사", PANGYO, anAreaAround(PANGYO));

        Version added = inTransaction(() -> zones().add(zone));

        var stored = Optional.of(new Versioned<>(zone, Version.FIRST));
        assertThat(added).isEqualTo(Version.FIRST);
        assertThat(find(zone.id())).isEqualTo(stored);
        assertThat(inTransaction(() -> zones().hold(zone.id()))).isEqualTo(stored);
        assertThat(inTransaction(() -> zones().lock(zone.id()))).isEqualTo(stored);
    }

    @Test
    default void a_saved_zone_is_found_as_it_has_become_in_the_next_version() {
        Versioned<VirtualZone> stored = given(aZone(givenOwner()));
        Versioned<VirtualZone> changed = stored.with(givenUp(stored.value()));

        Version version = inTransaction(() -> zones().save(changed));

        assertThat(version).isEqualTo(Version.FIRST.next());
        assertThat(find(stored.value().id())).contains(new Versioned<>(changed.value(), version));
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<VirtualZone> stored = given(aZone(givenOwner()));
        Versioned<VirtualZone> gone = stored.with(givenUp(stored.value()));
        inTransaction(() -> zones().save(gone).replaceWithVoid());

        assertThatThrownBy(() -> inTransaction(() -> zones().save(stored))).isInstanceOf(ContendedException.class);
        assertThat(find(stored.value().id()).map(Versioned::value)).contains(gone.value());
    }

    @Test
    default void of_many_who_save_from_the_same_version_at_once_one_succeeds() {
        Versioned<VirtualZone> stored = given(aZone(givenOwner()));
        Versioned<VirtualZone> changed = stored.with(givenUp(stored.value()));

        var answers = AtOnce.times(4, () -> {
            try {
                return inTransaction(() -> zones().save(changed)).toString();
            } catch (ContendedException lost) {
                return "lost";
            }
        });

        assertThat(answers).filteredOn(answer -> !answer.equals("lost")).hasSize(1);
    }

    @Test
    default void a_zone_that_is_saved_as_it_was_keeps_its_version() {
        Versioned<VirtualZone> stored =
                given(VirtualZone.define(new ZoneId(Ids.next()), givenOwner(), "판교 본사", PANGYO, anAreaAround(PANGYO)));

        Version version = inTransaction(() -> zones().save(stored));

        assertThat(version).isEqualTo(Version.FIRST);
        assertThat(find(stored.value().id())).contains(stored);
    }

    private static VirtualZone givenUp(VirtualZone zone) {
        return new VirtualZone(zone.id(), zone.company(), "옛 주차장", new GeoPoint(126.9, 37.5), null, ZoneStatus.RETIRED);
    }

    private Versioned<VirtualZone> given(VirtualZone zone) {
        return inTransaction(() -> zones().add(zone).map(version -> new Versioned<>(zone, version)));
    }

    private Optional<Versioned<VirtualZone>> find(ZoneId id) {
        return inTransaction(() -> zones().find(id));
    }
}
