package io.motorpool.adapters.persistence;

import io.motorpool.sandbox.parts.PostgresPart;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, migrated by the owner's role and used with the application's. */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /** For what the application itself never does. */
    public static final String JDBC_URL = "motorpool.test.jdbc-url";

    public static final String OWNER = "motorpool.test.owner";
    public static final String OWNER_PASSWORD = "motorpool.test.owner-password";

    public static final String SUPERUSER = "motorpool.test.superuser";
    public static final String SUPERUSER_PASSWORD = "motorpool.test.superuser-password";

    private @Nullable PostgresPart postgres;

    @Override
    public Map<String, String> start() {
        PostgresPart started = PostgresPart.temporary();
        postgres = started;
        int applied = Migrations.run(
                started.jdbcUrl(),
                started.owner().user(),
                started.owner().password(),
                started.app().user());
        if (applied == 0) {
            throw new IllegalStateException("no migration was applied");
        }
        return Map.of(
                "quarkus.datasource.reactive.url",
                started.reactiveUrl(),
                "quarkus.datasource.username",
                started.app().user(),
                "quarkus.datasource.password",
                started.app().password(),
                JDBC_URL,
                started.jdbcUrl(),
                OWNER,
                started.owner().user(),
                OWNER_PASSWORD,
                started.owner().password(),
                SUPERUSER,
                started.superuser().user(),
                SUPERUSER_PASSWORD,
                started.superuser().password());
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
