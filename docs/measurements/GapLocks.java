import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares the exclusion constraint of PostgreSQL with the gap locks of InnoDB, which the legacy system relied on (ADR-0052).
 * Both by JDBC and blocking clients, one connection each, so that the two differ in the database alone:
 *
 * <pre>java -cp postgresql.jar:mariadb-java-client.jar GapLocks.java JDBC_URL USER PASSWORD SECONDS</pre>
 *
 * <p>One transaction writes a slot and a fact of 600 characters. "apart": everybody asks for another slot, of 200 vehicles;
 * "hot": another slot of one vehicle; "rivals": all clients ask for the same slot of one vehicle at the same moment, round by
 * round. Before each run the tables hold a slot of each vehicle long ago and one far ahead, as in a fleet that is in use.
 */
class GapLocks {

    private static final int VEHICLES = 200;
    private static final long HALF_HOUR = 1_800_000;
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    /** How often an application would begin anew before it answered that it is too busy. */
    private static final int MOST_TRIES = 20;

    private static final String FACT = "x".repeat(600);

    /** A way to write a slot; false when it is taken. */
    interface Way {
        boolean write(Connection connection, Slot slot) throws SQLException;
    }

    record Slot(String vehicle, Timestamp start, Timestamp end) {
        static Slot of(long vehicle, long number) {
            long start = FIRST + number * HALF_HOUR;
            return new Slot(new UUID(1, vehicle).toString(), new Timestamp(start), new Timestamp(start + HALF_HOUR));
        }
    }

    private final String url;
    private final String user;
    private final String password;
    private final long nanos;
    private final AtomicLong begunAnew = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    GapLocks(String url, String user, String password, long seconds) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.nanos = seconds * 1_000_000_000L;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new GapLocks(arguments[0], arguments[1], arguments[2], Long.parseLong(arguments[3]));
        boolean postgres = arguments[0].startsWith("jdbc:postgresql:");
        System.out.println("way            asked     clients  granted/s  refused/s  begun anew  given up  p50 ms  p99 ms  worst ms");
        for (int clients : new int[] {1, 8, 32}) {
            bench.row("none", postgres, clients, GapLocks::insertFreely);
            bench.row(postgres ? "claim" : "gap-lock", postgres, clients, postgres ? GapLocks::claim : GapLocks::lockGap);
        }
    }

    private void row(String name, boolean postgres, int clients, Way way) throws Exception {
        for (String asked : List.of("apart", "hot", "rivals")) {
            if (!asked.equals("rivals") || (clients > 1 && !name.equals("none"))) {
                createTables(postgres);
                measure(asked, clients, way, nanos / 5);
                createTables(postgres);
                System.out.printf("%-13s  %-8s  %7d  %s%n", name, asked, clients, measure(asked, clients, way, nanos));
            }
        }
    }

    private String measure(String asked, int clients, Way way, long lasting) throws Exception {
        begunAnew.set(0);
        givenUp.set(0);
        AtomicLong turns = new AtomicLong();
        AtomicLong granted = new AtomicLong();
        CyclicBarrier round = new CyclicBarrier(clients);
        try (ExecutorService people = Executors.newFixedThreadPool(clients)) {
            long end = System.nanoTime() + lasting;
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Callable<List<Long>> asking = () -> ask(asked, way, end, turns, granted, round);
                all.add(people.submit(asking));
            }
            List<Long> taken = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                taken.addAll(one.get());
            }
            return told(taken, granted.get(), lasting);
        }
    }

    private List<Long> ask(
            String asked, Way way, long end, AtomicLong turns, AtomicLong granted, CyclicBarrier round)
            throws Exception {
        List<Long> taken = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            for (long own = 0; goesOn(asked, end, round); own++) {
                long turn = asked.equals("rivals") ? own : turns.getAndIncrement();
                Slot slot = asked.equals("apart") ? Slot.of(turn % VEHICLES, turn / VEHICLES) : Slot.of(VEHICLES, turn);
                long begin = System.nanoTime();
                if (decide(connection, way, slot)) {
                    granted.incrementAndGet();
                }
                taken.add(System.nanoTime() - begin);
            }
        }
        return taken;
    }

    private volatile boolean over;

    /** Rivals stop together, or some would wait for a round that never begins. */
    private boolean goesOn(String asked, long end, CyclicBarrier round) throws Exception {
        if (!asked.equals("rivals")) {
            return System.nanoTime() < end;
        }
        if (round.await() == 0) {
            over = System.nanoTime() >= end;
        }
        round.await();
        return !over;
    }

    /** Whoever is chosen to give way for a deadlock begins anew, as an application would. */
    private boolean decide(Connection connection, Way way, Slot slot) throws SQLException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                boolean granted = way.write(connection, slot);
                connection.commit();
                return granted;
            } catch (SQLException failed) {
                connection.rollback();
                if (!"40001".equals(failed.getSQLState()) && !"40P01".equals(failed.getSQLState())) {
                    throw failed;
                }
                begunAnew.incrementAndGet();
            }
        }
        givenUp.incrementAndGet();
        return false;
    }

    private static boolean insertFreely(Connection connection, Slot slot) throws SQLException {
        insert(connection, slot, "INSERT INTO held_freely (id, vehicle_id, start_at, end_at) VALUES (?, ?, ?, ?)");
        return tell(connection);
    }

    private static boolean claim(Connection connection, Slot slot) throws SQLException {
        return insert(
                                connection,
                                slot,
                                "INSERT INTO held_apart (id, vehicle_id, start_at, end_at) VALUES (?::uuid, ?::uuid, ?, ?)"
                                        + " ON CONFLICT DO NOTHING")
                        == 1
                && tell(connection);
    }

    /** At REPEATABLE READ: what is found is locked, and where nothing is found the gap is, so that nobody else inserts there. */
    private static boolean lockGap(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(
                "SELECT 1 FROM held_freely WHERE vehicle_id = ? AND end_at > ? AND start_at < ? FOR UPDATE")) {
            look.setString(1, slot.vehicle());
            look.setTimestamp(2, slot.start());
            look.setTimestamp(3, slot.end());
            if (look.executeQuery().next()) {
                return false;
            }
        }
        return insertFreely(connection, slot);
    }

    private static int insert(Connection connection, Slot slot, String sql) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, slot.vehicle());
            insert.setTimestamp(3, slot.start());
            insert.setTimestamp(4, slot.end());
            return insert.executeUpdate();
        }
    }

    private static boolean tell(Connection connection) throws SQLException {
        try (PreparedStatement fact = connection.prepareStatement("INSERT INTO told (id, body) VALUES (?, ?)")) {
            fact.setString(1, UUID.randomUUID().toString());
            fact.setString(2, FACT);
            return fact.executeUpdate() == 1;
        }
    }

    private void createTables(boolean postgres) throws SQLException {
        String id = postgres ? "text" : "char(36)";
        String time = postgres ? "timestamptz" : "datetime(3)";
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("held_freely", "held_apart", "told")) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
            statement.execute("CREATE TABLE told (id " + id + " PRIMARY KEY, body text NOT NULL)");
            statement.execute("CREATE TABLE held_freely (id %1$s PRIMARY KEY, vehicle_id %1$s NOT NULL, start_at %2$s NOT NULL, end_at %2$s NOT NULL)"
                    .formatted(id, time));
            statement.execute("CREATE INDEX held_by_vehicle ON held_freely (vehicle_id, end_at)");
            if (postgres) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
                statement.execute("""
                        CREATE TABLE held_apart (id uuid PRIMARY KEY, vehicle_id uuid NOT NULL, start_at timestamptz NOT NULL,
                            end_at timestamptz NOT NULL, EXCLUDE USING gist (vehicle_id WITH =, tstzrange(start_at, end_at) WITH &&))""");
            }
            fill(connection, postgres);
        }
    }

    private static void fill(Connection connection, boolean postgres) throws SQLException {
        for (long vehicle = 0; vehicle <= VEHICLES; vehicle++) {
            for (Slot slot : List.of(Slot.of(vehicle, -1_000), Slot.of(vehicle, 10_000_000))) {
                insert(connection, slot, "INSERT INTO held_freely (id, vehicle_id, start_at, end_at) VALUES (?, ?, ?, ?)");
                if (postgres) {
                    insert(
                            connection,
                            slot,
                            "INSERT INTO held_apart (id, vehicle_id, start_at, end_at) VALUES (?::uuid, ?::uuid, ?, ?)");
                }
            }
        }
    }

    private String told(List<Long> taken, long granted, long lasting) {
        long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        double seconds = lasting / 1e9;
        return "%9.0f  %9.0f  %10d  %8d  %6.1f  %6.1f  %8.1f"
                .formatted(
                        granted / seconds,
                        (sorted.length - granted - givenUp.get()) / seconds,
                        begunAnew.get(),
                        givenUp.get(),
                        sorted[sorted.length / 2] / 1e6,
                        sorted[(int) (sorted.length * 0.99)] / 1e6,
                        Arrays.stream(sorted).max().orElse(0) / 1e6);
    }
}
