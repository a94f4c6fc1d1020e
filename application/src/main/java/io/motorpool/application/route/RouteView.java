package io.motorpool.application.route;

import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Map;

/** A route as callers see it. */
public record RouteView(RouteId id, CompanyId company, String name, boolean closed, Version version) {

    static RouteView of(Versioned<Route> stored) {
        Route route = stored.value();
        return new RouteView(route.id(), route.company(), route.name(), route.closed(), stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        return Map.of("name", name, "closed", Boolean.toString(closed));
    }
}
