package io.motorpool.adapters.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who is connected as whom: for statements that go past everything of ours. */
public record Login(String user, String password) {

    public static Login ofApplication() {
        return new Login(setting("quarkus.datasource.username"), setting("quarkus.datasource.password"));
    }

    public static Login ofOwner() {
        return new Login(setting(PostgresForTests.OWNER), setting(PostgresForTests.OWNER_PASSWORD));
    }

    /** Whom nothing stops. */
    public static Login ofSuperuser() {
        return new Login(setting(PostgresForTests.SUPERUSER), setting(PostgresForTests.SUPERUSER_PASSWORD));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(setting(PostgresForTests.JDBC_URL), user, password);
    }

    public void run(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            boolean _ = sql.execute(statement);
        }
    }

    /** The names in the statement, as {@code :user}, stand for these ids. */
    public void run(String statement, Map<String, UUID> names) throws SQLException {
        String named = statement;
        for (Map.Entry<String, UUID> name : names.entrySet()) {
            named = named.replaceAll(name.getKey() + "\\b", "CAST('" + name.getValue() + "' AS uuid)");
        }
        run(named);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
