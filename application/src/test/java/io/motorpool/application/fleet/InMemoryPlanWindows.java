package io.motorpool.application.fleet;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Plan windows in memory. */
public final class InMemoryPlanWindows implements PlanWindows {

    private final VersionedMap<PlanWindow> rows =
            new VersionedMap<>(window -> window.id().value(), PlanWindow::company);

    @Override
    public Uni<Optional<Versioned<PlanWindow>>> find(PlanWindowId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<List<PlanWindow>> living(VehicleId vehicle) {
        return Uni.createFrom()
                .item(() -> rows.values()
                        .filter(window -> window.vehicle().equals(vehicle) && !window.retired())
                        .toList());
    }

    @Override
    public Uni<Version> add(PlanWindow window) {
        return Uni.createFrom().item(() -> rows.add(window));
    }

    @Override
    public Uni<Version> save(Versioned<PlanWindow> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<PlanWindow>>> list(CompanyScope scope, VehicleId vehicle, Page.Request page) {
        return Uni.createFrom()
                .item(() -> rows.list(scope, window -> window.vehicle().equals(vehicle), page));
    }
}
