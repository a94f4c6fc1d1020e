package io.motorpool.sandbox.drill.check;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Every fact that was ever committed to the outbox, also those that were delivered and deleted since: a trigger of the
 * drill copies each in the transaction that appends it, so that it is here exactly if that transaction was committed.
 */
public final class CommittedFacts {

    private final PostgresPart postgres;

    private CommittedFacts(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /** From now on. The database is migrated and no node runs yet. */
    public static CommittedFacts watchedIn(PostgresPart postgres) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA drill;
                    CREATE TABLE drill.committed (seq bigint PRIMARY KEY, body text NOT NULL);
                    CREATE FUNCTION drill.watch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        INSERT INTO drill.committed VALUES (NEW.seq, NEW.body);
                        RETURN NULL;
                    END
                    $$;
                    CREATE TRIGGER drill_watch AFTER INSERT ON public.outbox
                        FOR EACH ROW EXECUTE FUNCTION drill.watch()""");
        }
        return new CommittedFacts(postgres);
    }

    /** In the order in which they were appended. Facts about one subject are appended under its lock, so of them it is the order of commits. */
    public List<Fact> all() throws SQLException {
        List<Fact> facts = new ArrayList<>();
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body FROM drill.committed ORDER BY seq")) {
            while (rows.next()) {
                facts.add(Fact.read(rows.getString(1)));
            }
        }
        return facts;
    }

    /** How many wait for delivery now. */
    public long waiting() throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM outbox")) {
            boolean _ = rows.next();
            return rows.getLong(1);
        }
    }
}
