package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** All routes, closed ones among them, and every rate that was ever agreed for them. */
public interface Routes {

    Uni<Optional<Versioned<Route>>> find(RouteId id);

    /** For adding to it or closing it: until the unit of work ends nobody else does. */
    Uni<Optional<Versioned<Route>>> lock(RouteId id);

    Uni<Version> add(Route route);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<Route> changed);

    /** In order of their id. */
    Uni<Page<Versioned<Route>>> list(CompanyScope scope, Page.Request page);

    Uni<RouteRates> ratesOf(Route route);

    /**
     * Rates are only added. Fails with {@link io.motorpool.application.shared.ContendedException} when another one has
     * taken the version.
     */
    Uni<Void> addRate(Route route, Rate rate);
}
