package io.motorpool.sandbox.bench;

import io.motorpool.sandbox.parts.Credentials;
import io.motorpool.sandbox.parts.PostgresPart;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/** The reactive client as limits use it: as the application's is set up, as far as statements are concerned. */
public final class DatabaseClient {

    private DatabaseClient() {}

    /** As the application, on its database. */
    public static Pool of(PostgresPart postgres, Vertx vertx, int connections) {
        return of(postgres, PostgresPart.DATABASE, postgres.app(), vertx, connections);
    }

    public static Pool of(PostgresPart postgres, String database, Credentials as, Vertx vertx, int connections) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(postgres.port())
                        .setDatabase(database)
                        .setUser(as.user())
                        .setPassword(as.password())
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }
}
