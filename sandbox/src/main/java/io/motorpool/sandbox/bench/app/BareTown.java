package io.motorpool.sandbox.bench.app;

import static java.util.Objects.requireNonNull;

import io.motorpool.sandbox.bench.BareServer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.UUID;

/** The list and the map, bare: asked as {@link OverRest} asks, and by whom is told beside it. */
final class BareTown implements BareServer.Questions {

    private final OverDatabase database;

    private BareTown(Pool pool, UUID company) {
        this.database = new OverDatabase(pool, company);
    }

    public static void main(String... arguments) {
        BareServer.listen(BareTown::new);
    }

    @Override
    public Future<RowSet<Row>> ask(HttpServerRequest request) {
        String[] path = requireNonNull(request.path()).split("/", -1);
        if (path[path.length - 1].equals("vehicles")) {
            return database.list(new Town.Look(
                    UUID.fromString(path[path.length - 2]),
                    Integer.parseInt(request.getHeader("Authorization")),
                    Instant.parse(request.getParam("start"))));
        }
        String[] edges = requireNonNull(request.getParam("box")).split(",", -1);
        return database.map(new Town.Box(
                Double.parseDouble(edges[0]),
                Double.parseDouble(edges[1]),
                Double.parseDouble(edges[2]),
                Double.parseDouble(edges[3])));
    }
}
