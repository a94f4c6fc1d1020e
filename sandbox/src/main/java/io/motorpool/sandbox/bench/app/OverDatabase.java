package io.motorpool.sandbox.bench.app;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What the application asks of the database for the same requests, one question after the other, and nothing else. */
final class OverDatabase implements Side {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int MOST_MARKERS = 200;
    private static final Duration LONGEST_TURNAROUND = Duration.ofMinutes(240);

    private final Pool pool;
    private final UUID company;

    OverDatabase(Pool pool, UUID company) {
        this.pool = pool;
        this.company = company;
    }

    @Override
    public Future<RowSet<Row>> list(Town.Look look) {
        UUID driver = Town.driver(look.driver());
        OffsetDateTime start = at(look.start());
        OffsetDateTime until = at(look.end().plus(LONGEST_TURNAROUND));
        return ask(Statements.VISITOR, Tuple.of(driver, start, until, look.zone()))
                .compose(_ -> ask(Statements.VEHICLES, Tuple.of(look.zone(), BEFORE_ALL, PAGE + 1, start, until)))
                .compose(rows -> rows.size() < PAGE
                        ? Future.failedFuture("only %d rows for a page".formatted(rows.size()))
                        : ask(Statements.CARDS, Tuple.of(driver, company)).map(rows));
    }

    @Override
    public Future<RowSet<Row>> map(Town.Box box) {
        return ask(
                        Statements.MARKERS,
                        Tuple.of(company, box.south(), box.north(), box.west(), box.east(), MOST_MARKERS + 1))
                .compose(rows ->
                        rows.size() == 0 ? Future.failedFuture("nothing in " + box) : Future.succeededFuture(rows));
    }

    private Future<RowSet<Row>> ask(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
