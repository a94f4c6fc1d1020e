package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Routes and their rates in memory. */
public final class InMemoryRoutes implements Routes {

    private final VersionedMap<Route> rows =
            new VersionedMap<>(route -> route.id().value(), Route::company);
    private final Map<RouteId, List<Rate>> rates = new ConcurrentHashMap<>();

    @Override
    public Uni<Optional<Versioned<Route>>> find(RouteId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<Route>>> lock(RouteId id) {
        return find(id);
    }

    @Override
    public Uni<Version> add(Route route) {
        return Uni.createFrom().item(() -> rows.add(route));
    }

    @Override
    public Uni<Version> save(Versioned<Route> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<Route>>> list(CompanyScope scope, Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(scope, _ -> true, page));
    }

    @Override
    public Uni<RouteRates> ratesOf(Route route) {
        return Uni.createFrom().item(() -> ratesNow(route));
    }

    RouteRates ratesNow(Route route) {
        return new RouteRates(route.id(), route.company(), rates.getOrDefault(route.id(), List.of()));
    }

    Route now(RouteId id) {
        return rows.find(id.value()).orElseThrow().value();
    }

    @Override
    public Uni<Void> addRate(Route route, Rate rate) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> rates.compute(route.id(), (_, known) -> {
                    List<Rate> all = new ArrayList<>(known == null ? List.of() : known);
                    if (rate.version() != all.size() + 1) {
                        throw new ContendedException("version %d of a rate is taken".formatted(rate.version()));
                    }
                    all.add(rate);
                    return all;
                }));
    }
}
