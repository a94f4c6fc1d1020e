package io.motorpool.sandbox.drill.pay;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every payment by card as the database has it. */
public final class StoredPayments {

    private static final String BY_CARD = """
            SELECT p.id, p.won, p.status, coalesce(p.reference, '') AS reference
              FROM payment AS p JOIN reservation_account AS a USING (reservation_id)
             WHERE a.card_id IS NOT NULL ORDER BY p.id""";

    private static final String WAITING =
            "SELECT count(*) FROM payment WHERE status = 'DUE' OR (status = 'AUTHORISED' AND aim <> 'HOLD')";

    private final PostgresPart postgres;

    public StoredPayments(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /** @param reference what the gateway calls it, where that is known */
    public record Stored(String id, long won, String status, String reference) {}

    public List<Stored> all() throws SQLException {
        List<Stored> all = new ArrayList<>();
        try (Connection database = postgres.connect(postgres.superuser());
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(BY_CARD)) {
            while (rows.next()) {
                all.add(new Stored(
                        rows.getString("id"),
                        rows.getLong("won"),
                        rows.getString("status"),
                        rows.getString("reference")));
            }
        }
        return all;
    }

    /** How many the gateway still has to be asked about. */
    public long waiting() throws SQLException {
        try (Connection database = postgres.connect(postgres.superuser());
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            boolean _ = rows.next();
            return rows.getLong(1);
        }
    }
}
