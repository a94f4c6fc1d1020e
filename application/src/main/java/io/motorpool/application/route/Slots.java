package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** All slots, retired ones among them. */
public interface Slots {

    Uni<Optional<Versioned<Slot>>> find(SlotId id);

    /** For deciding who serves it, or whether it departs: until the unit of work ends nobody else does. */
    Uni<Optional<Versioned<Slot>>> lock(SlotId id);

    Uni<Version> add(Slot slot);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<Slot> changed);

    /** How many slots of the route are not retired. */
    Uni<Long> living(RouteId route);

    /** One route's, or everybody's in the scope; in order of their id. */
    Uni<Page<Versioned<Slot>>> list(CompanyScope scope, Optional<RouteId> route, Page.Request page);
}
