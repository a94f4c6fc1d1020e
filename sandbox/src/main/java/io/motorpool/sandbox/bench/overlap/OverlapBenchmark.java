package io.motorpool.sandbox.bench.overlap;

import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.ClosedLoop;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Compared.Goal;
import io.motorpool.sandbox.bench.Cost;
import io.motorpool.sandbox.bench.DatabaseClient;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Machine;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Question;
import io.motorpool.sandbox.bench.Sample;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.PostgresPart;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Raw SQL only: the figures that a decision between ways can rest on, without the application around them. */
public final class OverlapBenchmark implements Benchmark {

    private static final Duration RUN_UP = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "overlap";
    }

    @Override
    public String summary() {
        return "ways to keep reservations of one vehicle apart, in SQL alone";
    }

    @Override
    public Measured measure(Ground ground, Effort effort) throws Exception {
        PostgresPart postgres = PostgresPart.in(ground.folder().resolve("postgres"), 0);
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));
        try {
            postgres.start();
            Ways ways = new Ways(postgres, pool(vertx, postgres, effort), new ClosedLoop(vertx, () -> NOBODYS), effort);
            return new Measured(setting(effort), ways.run(ground), List.of());
        } finally {
            var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
            postgres.close();
        }
    }

    private static final Cost NOBODYS = new Cost(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static Pool pool(Vertx vertx, PostgresPart postgres, Effort effort) {
        return DatabaseClient.of(postgres, PostgresPart.DATABASE, postgres.owner(), vertx, effort.pool());
    }

    private static Map<String, String> setting(Effort effort) {
        Map<String, String> setting = new LinkedHashMap<>(Machine.describe());
        setting.put("connections", Integer.toString(effort.pool()));
        setting.put("method", "closed loop, %d s each after 1 s of run-up, empty tables".formatted(effort.seconds()));
        setting.put("limit", "the same two inserts in one transaction with no guard; of rivals, what claims reach");
        return setting;
    }

    /** Every way, by every kind of asking, with every number of clients. */
    private record Ways(PostgresPart postgres, Pool pool, ClosedLoop loop, Effort effort) {

        List<Compared> run(Ground ground) throws SQLException {
            List<Compared> compared = new ArrayList<>();
            for (int clients : effort.clients()) {
                compared.addAll(each(ground, "apart", clients, Guard.NONE, Slots::apart));
                compared.addAll(each(ground, "hot", clients, Guard.NONE, Slots::ofOneVehicle));
                if (clients > 1) {
                    AtomicLong turns = new AtomicLong();
                    compared.addAll(each(
                            ground,
                            "rivals",
                            clients,
                            Guard.CLAIM,
                            slots -> slots.contended(turns.getAndIncrement(), clients)));
                }
            }
            return compared;
        }

        private List<Compared> each(
                Ground ground, String kind, int clients, Guard limit, Function<Slots, Slots.Slot> asking)
                throws SQLException {
            List<Compared> compared = new ArrayList<>();
            Sample ofLimit = ask(limit, clients, asking);
            for (Guard guard : Guard.values()) {
                String name = kind + ", " + guard.label();
                if (guard.keepsApart() && effort.covers(guard.label())) {
                    ground.out().printf("Measuring: %s, %d clients%n", name, clients);
                    compared.add(Compared.of(name, clients, ask(guard, clients, asking), ofLimit, Goal.NONE));
                }
            }
            return compared;
        }

        private Sample ask(Guard guard, int clients, Function<Slots, Slots.Slot> asking) throws SQLException {
            createTables();
            Slots slots = new Slots();
            Supplier<Slots.Slot> next = () -> asking.apply(slots);
            Question question = _ -> guard.ask(pool, next.get());
            var _ = loop.run(question, clients, RUN_UP);
            return loop.run(question, clients, Duration.ofSeconds(effort.seconds()));
        }

        private void createTables() throws SQLException {
            try (Connection connection = postgres.connect(postgres.superuser());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
            }
            try (Connection connection = postgres.connect(postgres.owner());
                    Statement statement = connection.createStatement()) {
                for (String table : List.of("held_freely", "held_apart", "told", "anchor")) {
                    statement.execute("DROP TABLE IF EXISTS " + table);
                }
                statement.execute("CREATE TABLE anchor (id uuid PRIMARY KEY)");
                statement.execute("CREATE TABLE told (id uuid PRIMARY KEY, body text NOT NULL)");
                statement.execute(HELD.formatted("held_freely", ""));
                statement.execute("CREATE INDEX ON held_freely (vehicle_id, end_at)");
                statement.execute(HELD.formatted(
                        "held_apart", ", EXCLUDE USING gist (vehicle_id WITH =, tstzrange(start_at, end_at) WITH &&)"));
                addAnchors(connection);
            }
        }

        private static void addAnchors(Connection connection) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO anchor (id) VALUES (?)")) {
                for (long number = 0; number <= Slots.VEHICLES; number++) {
                    insert.setObject(1, Slots.vehicle(number));
                    insert.addBatch();
                }
                var _ = insert.executeBatch();
            }
        }

        private static final String HELD = """
                CREATE TABLE %s (id uuid PRIMARY KEY, vehicle_id uuid NOT NULL,
                                 start_at timestamptz NOT NULL, end_at timestamptz NOT NULL %s)""";
    }
}
