package io.motorpool.application.fleet;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** All virtual zones, those that were given up among them. */
public interface Zones {

    Uni<Optional<Versioned<VirtualZone>>> find(ZoneId id);

    /** For putting a vehicle there: until the unit of work ends it stays as it is. Others may do so at the same time. */
    Uni<Optional<Versioned<VirtualZone>>> hold(ZoneId id);

    /** For retiring it: waits for all who put a vehicle there, and lets nobody begin to until the unit of work ends. */
    Uni<Optional<Versioned<VirtualZone>>> lock(ZoneId id);

    Uni<Version> add(VirtualZone zone);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<VirtualZone> changed);

    /** In order of their id. */
    Uni<Page<Versioned<VirtualZone>>> list(CompanyScope scope, Page.Request page);
}
