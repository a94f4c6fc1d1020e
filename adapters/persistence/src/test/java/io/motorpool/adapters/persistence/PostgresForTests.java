package io.motorpool.adapters.persistence;

import io.motorpool.sandbox.parts.PostgresPart;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, migrated by the owner's role and used with the application's. */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

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
                "quarkus.datasource.reactive.url", started.reactiveUrl(),
                "quarkus.datasource.username", started.app().user(),
                "quarkus.datasource.password", started.app().password());
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
