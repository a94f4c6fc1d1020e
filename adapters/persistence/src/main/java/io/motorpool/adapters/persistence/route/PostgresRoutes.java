package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.CompanyPages;
import io.motorpool.adapters.persistence.RowLock;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Routes;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The tables of routes and rates. */
@ApplicationScoped
public class PostgresRoutes implements Routes {

    private static final String SELECT = "SELECT t.id, t.company_id, t.name, t.closed, t.version FROM route AS t";

    private static final CompanyPages<Versioned<Route>> PAGES = new CompanyPages<>(
            SELECT, PostgresRoutes::route, stored -> stored.value().id().value());

    @Override
    public Uni<Optional<Versioned<Route>>> find(RouteId id) {
        return select(id, "");
    }

    @Override
    public Uni<Optional<Versioned<Route>>> lock(RouteId id) {
        return select(id, RowLock.CHANGE.clause());
    }

    private static Uni<Optional<Versioned<Route>>> select(RouteId id, String lock) {
        return Sql.read(SELECT + " WHERE t.id = :id " + lock, Map.of("id", id.value()), PostgresRoutes::route)
                .map(found -> found.stream().findFirst());
    }

    private static Versioned<Route> route(Columns columns) {
        Route route =
                new Route(new RouteId(columns.uuid()), new CompanyId(columns.uuid()), columns.text(), columns.flag());
        return new Versioned<>(route, new Version(columns.longNumber()));
    }

    @Override
    public Uni<Version> add(Route route) {
        return Sql.change(
                        "INSERT INTO route (id, version, company_id, name, closed) VALUES (:id, 0, :company, :name, :closed)",
                        Map.of(
                                "id", route.id().value(),
                                "company", route.company().value(),
                                "name", route.name(),
                                "closed", route.closed()))
                .replaceWith(Version.FIRST);
    }

    @Override
    public Uni<Version> save(Versioned<Route> changed) {
        return find(changed.value().id())
                .chain(stored -> stored.equals(Optional.of(changed))
                        ? Uni.createFrom().item(changed.version())
                        : update(changed));
    }

    private static Uni<Version> update(Versioned<Route> changed) {
        Version next = changed.version().next();
        return Changed.exactly(
                        1,
                        Sql.change(
                                """
                                UPDATE route SET name = :name, closed = :closed, version = :next
                                 WHERE id = :id AND version = :seen""",
                                Map.of(
                                        "id", changed.value().id().value(),
                                        "name", changed.value().name(),
                                        "closed", changed.value().closed(),
                                        "next", next.value(),
                                        "seen", changed.version().value())))
                .replaceWith(next);
    }

    @Override
    public Uni<Page<Versioned<Route>>> list(CompanyScope scope, Page.Request page) {
        return PAGES.list(scope, "", Map.of(), page);
    }

    @Override
    public Uni<RouteRates> ratesOf(Route route) {
        return Sql.read(
                        "SELECT version, valid_from, won FROM rate WHERE route_id = :route ORDER BY version",
                        Map.of("route", route.id().value()),
                        columns -> new Rate(columns.number(), columns.date(), Money.won(columns.longNumber())))
                .map(rates -> new RouteRates(route.id(), route.company(), rates));
    }

    @Override
    public Uni<Void> addRate(Route route, Rate rate) {
        return Sql.change(
                        "INSERT INTO rate (route_id, version, valid_from, won) VALUES (:route, :version, :from, :won)",
                        Map.of(
                                "route", route.id().value(),
                                "version", rate.version(),
                                "from", rate.validFrom(),
                                "won", rate.price().won()))
                .replaceWithVoid();
    }
}
