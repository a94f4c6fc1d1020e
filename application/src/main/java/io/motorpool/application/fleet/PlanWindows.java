package io.motorpool.application.fleet;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** All windows of business plans, those that were ended among them. */
public interface PlanWindows {

    Uni<Optional<Versioned<PlanWindow>>> find(PlanWindowId id);

    /**
     * The vehicle's windows that have not been ended. Whoever adds to them on the strength of this answer locks the
     * vehicle's schedule first.
     */
    Uni<List<PlanWindow>> living(VehicleId vehicle);

    Uni<Version> add(PlanWindow window);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<PlanWindow> changed);

    /** One vehicle's, in order of their id. */
    Uni<Page<Versioned<PlanWindow>>> list(CompanyScope scope, VehicleId vehicle, Page.Request page);
}
