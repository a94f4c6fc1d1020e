package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.bench.reservation.Fleet.Wish;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the application sends to the database for the same requests, in the same transactions, and nothing else. */
final class ThroughDatabase implements Side {

    private static final String OPERATION = "POST /api/v1/reservations";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int START_OF_PLAN = 34;
    private static final Duration LONGEST_TURNAROUND = Duration.ofMinutes(240);
    private static final Duration TURNAROUND = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(30).plusMinutes(10);
    private static final String KIND = "RESERVATION";
    private static final long STEP_WON = 1_000;
    private static final String FINGERPRINT = "0e56eb2c35a29fd4c6beb3097a138f9f9108a712403ce74fe4188fa4f1a44ca8";

    private final Pool pool;
    private final UUID company;
    private final AtomicLong ids = new AtomicLong();

    ThroughDatabase(Pool pool, UUID company) {
        this.pool = pool;
        this.company = company;
    }

    @Override
    public Future<Boolean> reserve(Wish wish, String key) {
        return pool.withTransaction(connection -> claimKey(connection, wish, key)
                .compose(_ -> look(connection, wish))
                .compose(free -> free
                        ? askForCards(connection, wish).compose(_ -> claim(connection, wish, key))
                        : refuse(connection, wish, key)));
    }

    private Future<RowSet<Row>> askForCards(SqlConnection connection, Wish wish) {
        return connection.preparedQuery(Statements.CARDS).execute(Tuple.of(Fleet.driver(wish.driver()), company));
    }

    private static Future<RowSet<Row>> claimKey(SqlConnection connection, Wish wish, String key) {
        UUID driver = Fleet.driver(wish.driver());
        return connection
                .preparedQuery(Statements.CLAIM_KEY)
                .execute(Tuple.of(driver + " " + OPERATION + " " + key, driver, OPERATION, key, dayAgo()));
    }

    private static Future<Boolean> look(SqlConnection connection, Wish wish) {
        return connection
                .preparedQuery(Statements.AROUND)
                .execute(Tuple.of(
                        Fleet.driver(wish.driver()),
                        wish.vehicle(),
                        at(wish.start()),
                        at(wish.end().plus(LONGEST_TURNAROUND))))
                .map(rows -> isFree(rows, wish));
    }

    /** One row for each plan nearby, which need not be in the way. */
    private static boolean isFree(RowSet<Row> rows, Wish wish) {
        for (Row row : rows) {
            OffsetDateTime start = row.getOffsetDateTime(START_OF_PLAN);
            if (start != null && start.toInstant().isBefore(wish.end().plus(TURNAROUND))) {
                return false;
            }
        }
        return true;
    }

    /** Somebody may be faster between the look and the claim; then the second look shows who. */
    private Future<Boolean> claim(SqlConnection connection, Wish wish, String key) {
        UUID id = nextId();
        return add(connection, wish, id)
                .compose(added -> added.rowCount() == 1
                        ? announce(connection, wish, key, id)
                        : look(connection, wish).compose(_ -> refuse(connection, wish, key)));
    }

    private Future<RowSet<Row>> add(SqlConnection connection, Wish wish, UUID id) {
        return connection
                .preparedQuery(Statements.ADD_RESERVATION)
                .execute(Tuple.tuple()
                        .addValue(Fleet.driver(wish.driver()))
                        .addValue(wish.vehicle())
                        .addValue(company)
                        .addValue(id)
                        .addValue(wish.start().toString())
                        .addValue(wish.end().toString())
                        .addValue(wish.end().plus(TURNAROUND).toString())
                        .addValue((int) TURNAROUND.toMinutes())
                        .addValue(true)
                        .addValue(now())
                        .addValue(wish.start().plusSeconds(1800).toString()));
    }

    /** Sent one behind the other without waiting, and awaited together. */
    private Future<Boolean> announce(SqlConnection connection, Wish wish, String key, UUID id) {
        return Future.all(
                        connection.preparedQuery(Statements.AUDIT).execute(audit(wish, id)),
                        connection.preparedQuery(Statements.OUTBOX).execute(outbox(wish, id)),
                        charge(connection, wish, id),
                        remember(connection, wish, key, CREATED, Texts.answer(wish, id, company)))
                .map(true);
    }

    /** Postpaid, so it is on the ledger at once. */
    private Future<?> charge(SqlConnection connection, Wish wish, UUID id) {
        UUID driver = Fleet.driver(wish.driver());
        UUID payment = nextId();
        return Future.all(
                connection
                        .preparedQuery(Statements.ACCOUNT)
                        .execute(Tuple.of(id, company, driver, "", false, STEP_WON)),
                connection
                        .preparedQuery(Statements.PAYMENT)
                        .execute(Tuple.tuple()
                                .addValue(payment)
                                .addValue(id)
                                .addValue(0)
                                .addValue(KIND)
                                .addValue(STEP_WON)
                                .addValue(at(Instant.now()))
                                .addValue("ON_LEDGER")
                                .addValue("")
                                .addValue("")
                                .addValue("")
                                .addValue("")
                                .addValue("")
                                .addValue("")
                                .addValue("")),
                connection
                        .preparedQuery(Statements.LEDGER)
                        .execute(Tuple.tuple()
                                .addValue(nextId())
                                .addValue(payment)
                                .addValue(false)
                                .addValue(company)
                                .addValue(id)
                                .addValue(driver)
                                .addValue(KIND)
                                .addValue(STEP_WON)
                                .addValue(at(Instant.now()))),
                connection.preparedQuery(Statements.OUTBOX).execute(outbox(wish, id)));
    }

    private Tuple audit(Wish wish, UUID id) {
        return Tuple.tuple()
                .addValue(column(nextId()))
                .addValue(column(now()))
                .addValue(column(Fleet.driver(wish.driver())))
                .addValue(column("MEMBER"))
                .addValue(column(company))
                .addValue(column(id))
                .addValue(column("reserve-vehicle"))
                .addValue(new String[1])
                .addValue(new String[1])
                .addValue(column("{}"))
                .addValue(column(Texts.facts(wish)));
    }

    private Tuple outbox(Wish wish, UUID id) {
        UUID event = nextId();
        return Tuple.of(
                column(event),
                column("motorpool.reservation"),
                column(id),
                column(Texts.event(wish, event, id, company)),
                column(id + "," + company));
    }

    private static Future<Boolean> refuse(SqlConnection connection, Wish wish, String key) {
        return remember(connection, wish, key, CONFLICT, Texts.refusal(wish)).map(false);
    }

    private static Future<RowSet<Row>> remember(
            SqlConnection connection, Wish wish, String key, int status, String body) {
        return connection
                .preparedQuery(Statements.REMEMBER_ANSWER)
                .execute(Tuple.of(
                        Fleet.driver(wish.driver()),
                        OPERATION,
                        key,
                        FINGERPRINT,
                        status,
                        Texts.HEADERS,
                        body,
                        now(),
                        dayAgo()));
    }

    @Override
    public Future<?> read(int reservation) {
        return pool.preparedQuery(Statements.ONE_RESERVATION).execute(Tuple.of(Fleet.reservation(reservation)));
    }

    @Override
    public Future<?> availability(int vehicle, Instant from, Instant until) {
        return pool.preparedQuery(Statements.AVAILABILITY)
                .execute(Tuple.of(at(from), at(until), Fleet.vehicle(vehicle)));
    }

    @Override
    public Future<?> search(UUID ofCompany, int vehicle, Instant from, Instant until) {
        return pool.preparedQuery(Statements.SEARCH)
                .execute(Tuple.of(
                        ofCompany, Fleet.vehicle(vehicle), at(from), at(from.minus(LONGEST)), at(until), PAGE + 1));
    }

    /** In the order of time, as the application makes them. */
    private UUID nextId() {
        long low = 0x8000_0000_0000_0000L | ids.incrementAndGet();
        return new UUID(System.currentTimeMillis() << 16 | 0x7000L, low);
    }

    private static String[] column(Object value) {
        return new String[] {value.toString()};
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String now() {
        return Instant.now().toString();
    }

    private static String dayAgo() {
        return Instant.now().minus(KEPT).toString();
    }
}
