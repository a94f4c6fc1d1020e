package io.motorpool.domain.route;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;

/**
 * A way that a company has driven for it, again and again: what is contracted and priced. A route that is closed is kept,
 * because its runs still have to be settled and explained.
 */
public record Route(RouteId id, CompanyId company, String name, boolean closed) {

    public static final int LONGEST_NAME = 60;

    public Route {
        Text.check("a route's name", name, LONGEST_NAME);
    }

    public static Route open(RouteId id, CompanyId company, String name) {
        return new Route(id, company, name, false);
    }

    public Decision<Route, RouteRefusal> rename(String newName) {
        return whileOpen().map(_ -> new Route(id, company, newName, false));
    }

    /** @param slots of the route that are still served */
    public Decision<Route, RouteRefusal> close(long slots) {
        return whileOpen()
                .then(_ -> slots > 0
                        ? refuse(new RouteRefusal.RouteStillServed(slots))
                        : accept(new Route(id, company, name, true)));
    }

    /** The route, provided that something may still be added to it. */
    public Decision<Route, RouteRefusal> whileOpen() {
        return closed ? refuse(new RouteRefusal.RouteClosed()) : accept(this);
    }
}
