package io.motorpool.application.fleet;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Zones in memory. Nobody waits for a lock here. */
public final class InMemoryZones implements Zones {

    private final VersionedMap<VirtualZone> rows =
            new VersionedMap<>(zone -> zone.id().value(), VirtualZone::company);

    @Override
    public Uni<Optional<Versioned<VirtualZone>>> find(ZoneId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<VirtualZone>>> hold(ZoneId id) {
        return find(id);
    }

    @Override
    public Uni<Optional<Versioned<VirtualZone>>> lock(ZoneId id) {
        return find(id);
    }

    @Override
    public Uni<Version> add(VirtualZone zone) {
        return Uni.createFrom().item(() -> rows.add(zone));
    }

    @Override
    public Uni<Version> save(Versioned<VirtualZone> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<VirtualZone>>> list(CompanyScope scope, Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(scope, _ -> true, page));
    }
}
