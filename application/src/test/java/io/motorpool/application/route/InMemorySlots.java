package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Slots in memory. */
public final class InMemorySlots implements Slots {

    private final VersionedMap<Slot> rows = new VersionedMap<>(slot -> slot.id().value(), Slot::company);

    @Override
    public Uni<Optional<Versioned<Slot>>> find(SlotId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<Slot>>> lock(SlotId id) {
        return find(id);
    }

    Slot now(SlotId id) {
        return rows.find(id.value()).orElseThrow().value();
    }

    @Override
    public Uni<Version> add(Slot slot) {
        return Uni.createFrom().item(() -> rows.add(slot));
    }

    @Override
    public Uni<Version> save(Versioned<Slot> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Long> living(RouteId route) {
        return Uni.createFrom()
                .item(() -> rows.values()
                        .filter(slot -> slot.route().equals(route) && !slot.retired())
                        .count());
    }

    @Override
    public Uni<Page<Versioned<Slot>>> list(CompanyScope scope, Optional<RouteId> route, Page.Request page) {
        return Uni.createFrom()
                .item(() ->
                        rows.list(scope, slot -> route.map(slot.route()::equals).orElse(true), page));
    }
}
