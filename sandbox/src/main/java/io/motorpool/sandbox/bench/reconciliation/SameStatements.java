package io.motorpool.sandbox.bench.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.parts.PostgresPart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * The limit: the same topic in the same batches, the statements that the application sends in the same transactions, and
 * nothing decided. Every reservation matches, no message is checked, and there is no framework around it.
 */
final class SameStatements implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FROM_SEOUL = Duration.ofHours(9);
    private static final Set<String> TAKEN = Set.of("운행중", "이용중", "USING");
    private static final long BATCH = 200;
    private static final long FEW = 40;
    private static final int COMPARING_AT_ONCE = 2;

    private final Parts parts;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    SameStatements(Parts parts) {
        this.parts = parts;
        PostgresPart postgres = parts.postgres();
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(COMPARING_AT_ONCE + 1))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(postgres.port())
                        .setDatabase(PostgresPart.DATABASE)
                        .setUser(postgres.app().user())
                        .setPassword(postgres.app().password())
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    /** From the topic to a verdict for each reservation, beginning with nothing. */
    Duration listen(long messages) throws SQLException {
        forget();
        long begin = System.nanoTime();
        Duration _ = new BareListener(parts).listen(messages, this::hear);
        List<CompletableFuture<Void>> comparing = IntStream.range(0, COMPARING_AT_ONCE)
                .mapToObj(_ -> CompletableFuture.runAsync(this::compareAll))
                .toList();
        comparing.forEach(CompletableFuture::join);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** What is only ever added to is emptied by nobody but a superuser who switches triggers off. */
    private void forget() throws SQLException {
        try (Connection connection = parts.postgres().connect(parts.postgres().superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("TRUNCATE legacy_change, legacy_waiting, legacy_verdict");
        }
    }

    /** One change as columns. */
    private record Change(
            String number,
            long log,
            long place,
            String key,
            Instant at,
            String kind,
            @Nullable JsonNode row) {

        static Change of(String key, JsonNode envelope) {
            String op = envelope.path("op").asText();
            boolean deleted = op.equals("d");
            JsonNode row = envelope.path(deleted ? "before" : "after");
            JsonNode source = envelope.path("source");
            return new Change(
                    row.path("rsv_no").asText(),
                    source.path("lsn").asLong(),
                    deleted ? 0 : 1,
                    key,
                    Instant.ofEpochMilli(source.path("ts_ms").asLong()),
                    deleted ? "DELETED" : op.equals("c") ? "CREATED" : "UPDATED",
                    deleted ? null : row);
        }

        @Nullable
        String text(String column) {
            return row == null || row.path(column).isNull()
                    ? null
                    : row.path(column).asText();
        }

        @Nullable
        OffsetDateTime time(String column) {
            return row == null
                    ? null
                    : Instant.ofEpochMilli(row.path(column).asLong() / 1_000)
                            .minus(FROM_SEOUL)
                            .atOffset(ZoneOffset.UTC);
        }

        @Nullable
        Long km() {
            String in = text("in_km");
            String out = in == null ? text("out_km") : in;
            return out == null ? null : Long.valueOf(out);
        }

        @Nullable
        String isOut() {
            return row == null
                    ? null
                    : Boolean.toString(TAKEN.contains(row.path("rsv_stat").asText()));
        }
    }

    private void hear(ConsumerRecords<String, String> batch) {
        List<Change> changes = new ArrayList<>();
        for (ConsumerRecord<String, String> each : batch) {
            if (each.value() != null) {
                changes.add(Change.of(each.key(), read(each.value())));
            }
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        var _ = joined(pool.withTransaction(connection -> ask(connection, Statements.BEGIN_HEARING, Tuple.tuple())
                .compose(_ -> ask(connection, Statements.KEEP, columns(changes, now)))
                .compose(fresh -> await(connection, rows(fresh), now))));
    }

    private static Tuple columns(List<Change> changes, OffsetDateTime now) {
        return Tuple.tuple()
                .addValue(now)
                .addValue(texts(changes, Change::number))
                .addValue(longs(changes, Change::log))
                .addValue(longs(changes, Change::place))
                .addValue(texts(changes, Change::key))
                .addValue(times(changes, it -> it.at().atOffset(ZoneOffset.UTC)))
                .addValue(texts(changes, Change::kind))
                .addValue(
                        texts(changes, it -> it.row() == null ? null : it.row().toString()))
                .addValue(texts(changes, it -> it.text("car_uid")))
                .addValue(texts(changes, it -> it.text("user_uid")))
                .addValue(times(changes, it -> it.time("use_start_dt")))
                .addValue(times(changes, it -> it.time("use_end_dt")))
                .addValue(texts(changes, Change::isOut))
                .addValue(longs(changes, Change::km));
    }

    private static Future<RowSet<Row>> await(SqlConnection connection, List<Row> fresh, OffsetDateTime now) {
        Row first = fresh.stream()
                .min((one, other) -> Long.compare(one.getLong("log"), other.getLong("log")))
                .orElseThrow();
        return ask(
                connection,
                Statements.AWAIT,
                Tuple.of(
                                texts(fresh, row -> row.getString("number")),
                                longs(fresh, row -> row.getLong("log")),
                                longs(fresh, row -> (long) row.getInteger("place")),
                                texts(
                                        fresh,
                                        row -> row.getValue("vehicle_id") == null
                                                ? null
                                                : row.getUUID("vehicle_id").toString()),
                                first.getLong("log"),
                                first.getInteger("place"))
                        .addValue(now));
    }

    private void compareAll() {
        while (joined(pool.withTransaction(this::compareSome))) {
            continue;
        }
    }

    private Future<Boolean> compareSome(SqlConnection connection) {
        return ask(connection, Statements.CLAIM, Tuple.of(Long.MAX_VALUE, 0, BATCH, FEW))
                .compose(claimed -> claimed.size() == 0
                        ? Future.succeededFuture(false)
                        : compare(connection, rows(claimed)).map(true));
    }

    private Future<?> compare(SqlConnection connection, List<Row> claimed) {
        String[] numbers = texts(claimed, row -> row.getString("number"));
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String[] same = texts(claimed, _ -> "MATCH");
        OffsetDateTime[] times = times(claimed, _ -> now);
        return ask(connection, Statements.AROUND, column(numbers))
                .compose(around -> masters(connection, Set.of(numbers), rows(around)))
                .compose(_ -> ask(
                        connection,
                        Statements.SETTLE,
                        columns(List.of(numbers, longs(claimed, row -> row.getLong("mark"))))))
                .compose(_ -> ask(
                        connection,
                        Statements.STORE,
                        columns(List.of(
                                numbers,
                                same,
                                same,
                                texts(claimed, _ -> "{}"),
                                longs(claimed, _ -> 1L),
                                times,
                                times))))
                .compose(stored -> claimed.size() == BATCH
                        ? Future.succeededFuture(stored)
                        : ask(connection, Statements.WAITS, Tuple.of(Long.MAX_VALUE, 0)));
    }

    private static Future<RowSet<Row>> masters(SqlConnection connection, Set<String> numbers, List<Row> around) {
        List<JsonNode> own = around.stream()
                .filter(row -> row.getString("image") != null && numbers.contains(row.getString("number")))
                .map(row -> read(row.getString("image")))
                .toList();
        UUID[] drivers = uuids(own, "user_uid");
        UUID[] companies = uuids(own, "corp_uid");
        UUID[] companyOfEach = new UUID[drivers.length];
        Arrays.fill(companyOfEach, companies[0]);
        return ask(connection, Statements.COMPANIES, column(companies))
                .compose(_ -> ask(connection, Statements.VEHICLES, column(uuids(own, "car_uid"))))
                .compose(_ -> ask(connection, Statements.MEMBERS, columns(List.of(companyOfEach, drivers))));
    }

    private static Tuple column(Object column) {
        return Tuple.tuple().addValue(column);
    }

    private static Tuple columns(List<Object> columns) {
        return Tuple.from(columns);
    }

    private static UUID[] uuids(List<JsonNode> rows, String column) {
        return rows.stream()
                .map(row -> UUID.fromString(row.path(column).asText()))
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Future<RowSet<Row>> ask(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static List<Row> rows(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> OffsetDateTime[] times(List<T> rows, Function<T, @Nullable OffsetDateTime> column) {
        return rows.stream().map(column).toArray(OffsetDateTime[]::new);
    }

    private static <T> T joined(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        var _ = joined(pool.close());
        var _ = joined(vertx.close());
    }
}
