package io.motorpool.sandbox.legacy;

import io.motorpool.sandbox.legacy.LegacyStep.Deleted;
import io.motorpool.sandbox.legacy.LegacyStep.Inserted;
import io.motorpool.sandbox.legacy.LegacyStep.Updated;
import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the legacy reservation system: a database of its own with the old table, which Debezium captures while the
 * stand-in is open. It asks nobody whether a car is free, and writes its rows as ten years have taught it, with or without the
 * bugs that are switched on.
 */
public final class LegacyStandIn implements AutoCloseable {

    static final String DATABASE = "legacy";
    static final String TABLE = "rsv_master";

    private static final String OLD_TABLE = """
            CREATE TABLE IF NOT EXISTS rsv_master (
                rsv_seq      bigint PRIMARY KEY,
                rsv_no       varchar(40) NOT NULL,
                corp_uid     char(36),
                car_uid      char(36),
                user_uid     char(36),
                use_start_dt timestamp,
                use_end_dt   timestamp,
                biz_yn       varchar(5),
                rsv_stat     varchar(20),
                out_dt       timestamp,
                out_km       integer,
                in_dt        timestamp,
                in_km        integer,
                memo         text)""";

    private final Connection connection;
    private final LegacyTopic topic;
    private final ChangeCapture capture;
    private final Set<ExportBug> bugs = EnumSet.noneOf(ExportBug.class);

    private LegacyStandIn(Connection connection, LegacyTopic topic, ChangeCapture capture) {
        this.connection = connection;
        this.topic = topic;
        this.capture = capture;
    }

    /** Makes the database, if it is not there yet, and captures its changes from now on. */
    public static LegacyStandIn open(PostgresPart postgres, String bootstrapServers) throws SQLException {
        makeDatabase(postgres);
        Connection connection = postgres.connect(postgres.superuser(), DATABASE);
        try (Statement statement = connection.createStatement()) {
            statement.execute(OLD_TABLE);
            statement.execute("ALTER TABLE rsv_master REPLICA IDENTITY FULL");
        }
        LegacyTopic topic = LegacyTopic.at(bootstrapServers, 3);
        return new LegacyStandIn(connection, topic, ChangeCapture.of(postgres.port(), postgres.superuser(), topic));
    }

    private static void makeDatabase(PostgresPart postgres) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    public void switchOn(ExportBug bug) {
        bugs.add(bug);
    }

    public void switchOff(ExportBug bug) {
        bugs.remove(bug);
    }

    /** Since when all cars are free. */
    public LocalDateTime freeFrom() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT greatest(max(use_end_dt), now() AT TIME ZONE 'Asia/Seoul') FROM rsv_master")) {
            boolean _ = row.next();
            return row.getObject(1, LocalDateTime.class);
        }
    }

    /** A key that no row has. */
    public long nextKey() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(rsv_seq), 0) + 1 FROM rsv_master")) {
            boolean _ = row.next();
            return row.getLong(1);
        }
    }

    public void book(LegacyRow row) throws SQLException {
        insert(bugs.contains(ExportBug.ENDS_A_SECOND_EARLY) ? ExportBug.withEarlyEnd(row) : row);
    }

    /** @param clerk who asked for it, on behalf of the driver */
    public void extend(LegacyRow extended, UUID clerk) throws SQLException {
        update(
                extended.key(),
                bugs.contains(ExportBug.EXTENDING_CHANGES_THE_DRIVER)
                        ? ExportBug.withDriver(extended, clerk)
                        : extended);
    }

    /** As it is, without any bug. */
    public void correct(LegacyRow row) throws SQLException {
        update(row.key(), row);
    }

    /** Whatever people do all day. */
    public void take(LegacyStep step) throws SQLException {
        switch (step) {
            case Inserted(var _, var row) -> insert(row);
            case Updated(var _, var before, var after) -> update(before.key(), after);
            case Deleted(var _, var row) -> delete(row);
        }
    }

    /** The place in the log up to which everything is written. */
    public long watermark() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            boolean _ = row.next();
            return row.getLong(1);
        }
    }

    private void insert(LegacyRow row) throws SQLException {
        List<String> columns = new ArrayList<>(row.columns().keySet());
        run(
                "INSERT INTO rsv_master (%s) VALUES (%s)"
                        .formatted(
                                String.join(", ", columns),
                                String.join(", ", Collections.nCopies(columns.size(), "?"))),
                new ArrayList<>(row.columns().values()));
    }

    private void update(long key, LegacyRow row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(row.columns().values());
        values.add(key);
        run(
                "UPDATE rsv_master SET %s = ? WHERE rsv_seq = ?"
                        .formatted(String.join(" = ?, ", row.columns().keySet())),
                values);
    }

    private void delete(LegacyRow row) throws SQLException {
        run("DELETE FROM rsv_master WHERE rsv_seq = ?", List.of(row.key()));
    }

    private void run(String sql, List<? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            int _ = statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        capture.close();
        topic.close();
        connection.close();
    }
}
