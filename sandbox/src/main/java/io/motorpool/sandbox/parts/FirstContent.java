package io.motorpool.sandbox.parts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What an administrator prepares before Motorpool's own migrations can run: two roles, a database, an extension. */
final class FirstContent {

    private FirstContent() {}

    /** Creates what is missing; a start that broke off is thereby completed by the next. */
    static void create(PostgresPart postgres) {
        try (Connection connection = postgres.connect(postgres.superuser(), "postgres");
                Statement statement = connection.createStatement()) {
            createRole(statement, postgres.owner());
            createRole(statement, postgres.app());
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + PostgresPart.DATABASE + "'")) {
                statement.execute("CREATE DATABASE %s OWNER %s"
                        .formatted(PostgresPart.DATABASE, postgres.owner().user()));
            }
        } catch (SQLException failed) {
            throw new PartFailedException("cannot create the database " + PostgresPart.DATABASE, failed);
        }
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + postgres.owner().user());
            statement.execute("SET client_min_messages = warning");
            statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
        } catch (SQLException failed) {
            throw new PartFailedException("cannot prepare the database " + PostgresPart.DATABASE, failed);
        }
    }

    private static void createRole(Statement statement, Credentials role) throws SQLException {
        if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role.user() + "'")) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role.user(), role.password()));
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
