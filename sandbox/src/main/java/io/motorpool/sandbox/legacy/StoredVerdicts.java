package io.motorpool.sandbox.legacy;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What is stored about the legacy system, read past the application. */
public final class StoredVerdicts {

    private final PostgresPart postgres;

    public StoredVerdicts(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /** Signatures by what follows the prefix of the number. */
    public Map<String, String> of(String prefix) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT substr(number, ?), signature FROM legacy_verdict WHERE starts_with(number, ?)")) {
            statement.setInt(1, prefix.length() + 1);
            statement.setString(2, prefix);
            Map<String, String> verdicts = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    verdicts.put(rows.getString(1), rows.getString(2));
                }
            }
            return verdicts;
        }
    }

    /** Changes that were kept, each once. */
    public long changes() throws SQLException {
        return count("SELECT count(*) FROM legacy_change");
    }

    public long waiting() throws SQLException {
        return count("SELECT count(*) FROM legacy_waiting");
    }

    public long undecodable() throws SQLException {
        return count("SELECT count(*) FROM undecodable_message");
    }

    /** The last place in the log of which something was heard; 0 if nothing was. */
    public long last() throws SQLException {
        return count("SELECT coalesce(max(log), 0) FROM legacy_change");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            boolean _ = rows.next();
            return rows.getLong(1);
        }
    }
}
