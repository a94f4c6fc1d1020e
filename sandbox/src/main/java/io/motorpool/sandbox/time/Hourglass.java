package io.motorpool.sandbox.time;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lets time pass for one vehicle. The clock of Motorpool cannot be turned, and nobody wants to wait half an hour for a
 * vehicle to be late; so the vehicle's plans move into the past instead, behind the application's back. Versions stay as
 * they are, because to everybody who looks nothing has been changed: it is only later.
 */
public final class Hourglass {

    /** PostgreSQL's code of an exclusion constraint. */
    private static final String IN_THE_WAY = "23P01";

    private static final String RESERVATIONS = """
            UPDATE reservation AS r
               SET start_at = start_at - by.t, end_at = end_at - by.t, created_at = created_at - by.t,
                   no_show_from = no_show_from - by.t, started_at = started_at - by.t, kept_until = kept_until - by.t,
                   ended_at = ended_at - by.t, clear_at = clear_at - by.t
              FROM (SELECT make_interval(secs => ?) AS t) AS by
             WHERE r.vehicle_id = ?""";

    private static final String OCCUPANCY = """
            UPDATE occupancy AS o
               SET start_at = start_at - by.t, end_at = end_at - by.t, kept_until = kept_until - by.t,
                   clear_at = clear_at - by.t
              FROM (SELECT make_interval(secs => ?) AS t) AS by
             WHERE o.id = ?""";

    private static final String GRANTS = """
            UPDATE key_grant AS g
               SET opened_at = opened_at - by.t, closed_at = closed_at - by.t
              FROM (SELECT make_interval(secs => ?) AS t) AS by
             WHERE g.vehicle_id = ?""";

    private static final String SESSION =
            "UPDATE session SET rotated_at = rotated_at - make_interval(secs => ?) WHERE id = ?";

    private static final String NEXT_KEY =
            "UPDATE signing_key SET since = since - make_interval(secs => ?) WHERE stage = 'PUBLISHED'";

    private static final String REGISTRATION =
            "UPDATE vehicle_registration SET not_before = not_before - make_interval(secs => ?) WHERE vehicle_id = ?";

    private static final String PAYMENTS =
            "UPDATE payment SET due_at = due_at - make_interval(secs => ?) WHERE reservation_id = ? AND due_at IS NOT NULL";

    private final PostgresPart postgres;

    public Hourglass(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /**
     * So much later, unless that puts a plan of its driver into the way of another one. Its drivers' plans on other vehicles stay where they are, and availability may be told from a cache
     * for another moment (P20).
     */
    public void pass(UUID vehicle, Duration time) {
        try (Connection database = postgres.connect(postgres.owner())) {
            database.setAutoCommit(false);
            move(database, RESERVATIONS, time, vehicle);
            // One after the other, the earliest first: a later one must not run into one that has not moved yet.
            for (UUID occupancy : occupancies(database, vehicle)) {
                move(database, OCCUPANCY, time, occupancy);
            }
            moveGrants(database, time, vehicle);
            database.commit();
        } catch (SQLException failed) {
            String what = "time does not pass for vehicle " + vehicle;
            throw IN_THE_WAY.equals(failed.getSQLState())
                    ? new TimeStandsStillException(what, failed)
                    : new IllegalStateException(what, failed);
        }
    }

    /** So much later for a session: its refresh token was replaced so much longer ago. */
    public void passForSession(UUID session, Duration time) {
        pass(SESSION, time, session);
    }

    /** So much later for what the ERP has to be told of a vehicle. */
    public void passForRegistration(UUID vehicle, Duration time) {
        pass(REGISTRATION, time, vehicle);
    }

    /** So much later for what the gateway has to be asked about a reservation. */
    public void passForPayments(UUID reservation, Duration time) {
        pass(PAYMENTS, time, reservation);
    }

    /** So much later for the key that is to sign next: it was seen where keys are published so much longer ago. */
    public void passForNextKey(Duration time) {
        try (Connection database = postgres.connect(postgres.owner());
                PreparedStatement update = database.prepareStatement(NEXT_KEY)) {
            update.setDouble(1, time.toSeconds());
            int _ = update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("time does not pass for the next key", failed);
        }
    }

    private void pass(String sql, Duration time, UUID which) {
        try (Connection database = postgres.connect(postgres.owner())) {
            move(database, sql, time, which);
        } catch (SQLException failed) {
            throw new IllegalStateException("time does not pass for " + which, failed);
        }
    }

    /** A grant that is closed stays as it is, says the database: who lets time pass has to ask it not to look. */
    private static void moveGrants(Connection database, Duration time, UUID vehicle) throws SQLException {
        try (Statement switched = database.createStatement()) {
            boolean _ = switched.execute("ALTER TABLE key_grant DISABLE TRIGGER key_grant_stays_closed");
            move(database, GRANTS, time, vehicle);
            boolean _ = switched.execute("ALTER TABLE key_grant ENABLE TRIGGER key_grant_stays_closed");
        }
    }

    private static List<UUID> occupancies(Connection database, UUID vehicle) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement query =
                database.prepareStatement("SELECT id FROM occupancy WHERE vehicle_id = ? ORDER BY start_at")) {
            query.setObject(1, vehicle);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    private static void move(Connection database, String sql, Duration time, UUID which) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(sql)) {
            update.setDouble(1, time.toSeconds());
            update.setObject(2, which);
            int _ = update.executeUpdate();
        }
    }
}
