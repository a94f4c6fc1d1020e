package io.motorpool.sandbox.drill.check;

import io.motorpool.sandbox.drill.load.Kept;
import io.motorpool.sandbox.drill.load.Step;
import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The database itself, as nobody who goes through the API sees it. */
public final class StoredReservations {

    /** What a reservation costs is told of the same subject, and counted elsewhere. */
    private static final String RESERVATIONS = "io.motorpool.reservation";

    private final PostgresPart postgres;

    public StoredReservations(PostgresPart postgres) {
        this.postgres = postgres;
    }

    record Row(UUID id, UUID vehicle, Instant start, Instant end, String status, long version) {

        boolean shows(Kept kept) {
            return vehicle.equals(kept.vehicle())
                    && start.equals(kept.start())
                    && end.equals(kept.end())
                    && status.equals(kept.status())
                    && version == kept.version();
        }
    }

    /** What clients were told against what is there. */
    public Findings compare(Collection<Kept> told, List<Fact> committed) throws SQLException {
        Findings findings = compareRows(told, rows());
        findings.addAll(compareTraces(told, actions(), committed));
        return findings;
    }

    static Findings compareRows(Collection<Kept> told, Map<UUID, Row> stored) {
        Findings findings = new Findings();
        Map<UUID, Row> unclaimed = new HashMap<>(stored);
        for (Kept kept : told) {
            Row row = unclaimed.remove(kept.id());
            if (row == null) {
                findings.add("what was acknowledged is stored", "lost: " + kept);
            } else {
                findings.unless(
                        row.shows(kept), "what was acknowledged is stored", "told %s, stored %s".formatted(kept, row));
            }
        }
        unclaimed
                .values()
                .forEach(row -> findings.add("one request makes one reservation", "nobody was told of " + row));
        return findings;
    }

    static Findings compareTraces(Collection<Kept> told, Map<UUID, List<String>> actions, List<Fact> committed) {
        Findings findings = new Findings();
        Map<UUID, List<String>> facts = new HashMap<>();
        committed.stream()
                .filter(fact -> fact.context().equals(RESERVATIONS))
                .forEach(fact -> facts.computeIfAbsent(fact.subject(), _ -> new ArrayList<>())
                        .add(fact.type()));
        for (Kept kept : told) {
            List<String> audit = actions.getOrDefault(kept.id(), List.of());
            findings.unless(
                    audit.equals(kept.steps().stream().map(Step::action).toList()),
                    "every step has one audit entry",
                    "%s has %s".formatted(kept, audit));
            List<String> types = facts.getOrDefault(kept.id(), List.of());
            findings.unless(
                    types.equals(kept.steps().stream().map(Step::eventType).toList()),
                    "every step has one event",
                    "%s has %s".formatted(kept, types));
        }
        return findings;
    }

    private Map<UUID, Row> rows() throws SQLException {
        Map<UUID, Row> found = new HashMap<>();
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, vehicle_id, start_at, end_at, status, version FROM reservation")) {
            while (rows.next()) {
                Row row = new Row(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        instant(rows.getTimestamp(3)),
                        instant(rows.getTimestamp(4)),
                        rows.getString(5),
                        rows.getLong(6));
                found.put(row.id(), row);
            }
        }
        return found;
    }

    private static Instant instant(Timestamp stored) {
        return stored.toInstant();
    }

    /** Of each subject, in the order of time. */
    public Map<UUID, List<String>> actions() throws SQLException {
        Map<UUID, List<String>> found = new HashMap<>();
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT subject_id, action FROM audit_entry ORDER BY at, id")) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return found;
    }

    /** How many pairs of reservations hold the same vehicle at the same time; the constraint says none, ever. */
    public long doubleBookings() throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT count(*) FROM reservation AS a JOIN reservation AS b
                            ON a.vehicle_id = b.vehicle_id AND a.id < b.id
                           AND tstzrange(a.start_at, a.end_at) && tstzrange(b.start_at, b.end_at)
                         WHERE a.status = 'RESERVED' AND b.status = 'RESERVED'""")) {
            boolean _ = rows.next();
            return rows.getLong(1);
        }
    }
}
