package io.motorpool.adapters.persistence;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings a database up to this version. It runs on its own, with the owner's role; the serving application never holds
 * that role's password, and its own role can neither change the schema nor lift its own limits (ADR-0010).
 */
public final class Migrations {

    private Migrations() {}

    /**
     * @param url a JDBC URL
     * @param appRole the role that the application connects with; it must exist
     * @return how many migrations were applied
     */
    public static int run(String url, String owner, String password, String appRole) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", appRole))
                .validateMigrationNaming(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
