package io.motorpool.adapters.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * SQL for what the mapping cannot say (locks in order, claims that give way, queues) and for what is asked so often that
 * the mapping would cost more than the database (ADR-0016). It goes past Hibernate to the driver, on the connection of the
 * unit of work. So Hibernate does not hear of it, and has to have been flushed. Parameters are named in the text: {@code
 * :name}.
 */
public final class Sql {

    private Sql() {}

    /** @return how many rows it touched */
    public static Uni<Integer> change(String sql, Map<String, ?> parameters) {
        Positional statement = Positional.of(sql);
        Object[] values = statement.inOrder(parameters);
        return connection()
                .chain(connection ->
                        Uni.createFrom().completionStage(() -> connection.update(statement.sql(), values)));
    }

    /**
     * A change whose outcome nobody needs before the end: it is sent without waiting for what was sent before, and the unit
     * of work does not commit before it has succeeded.
     *
     * @param check fails when the number of rows it touched is not what it should be
     */
    public static Uni<Void> changeAhead(String sql, Map<String, ?> parameters, Consumer<Integer> check) {
        return Uni.createFrom().deferred(() -> {
            if (!(Work.current() instanceof Work.Changing(var sentAhead))) {
                throw new IllegalStateException("a change outside of a transaction");
            }
            Positional statement = Positional.of(sql);
            Object[] values = statement.inOrder(parameters);
            return connection()
                    .invoke(connection ->
                            sentAhead.add(new Work.Changing.Sent(connection.update(statement.sql(), values), check)))
                    .replaceWithVoid();
        });
    }

    public static Uni<List<Object[]>> rows(String sql, Map<String, ?> parameters) {
        return rows(sql, parameters, Function.identity());
    }

    /** Each row is read at once, column by column in the order of the text. */
    public static <T> Uni<List<T>> read(String sql, Map<String, ?> parameters, Function<Columns, T> reader) {
        return rows(sql, parameters, row -> reader.apply(new Columns(row)));
    }

    private static <T> Uni<List<T>> rows(String sql, Map<String, ?> parameters, Function<Object[], T> reader) {
        Positional statement = Positional.of(sql);
        Object[] values = statement.inOrder(parameters);
        return Uni.createFrom()
                .deferred(() -> Work.current() instanceof Work.Reading(var pool)
                        ? fromPool(pool, statement.sql(), values, reader)
                        : fromSession(statement.sql(), values, reader));
    }

    private static <T> Uni<List<T>> fromSession(String sql, Object[] values, Function<Object[], T> reader) {
        return connection()
                .chain(connection -> Uni.createFrom().completionStage(() -> connection.select(sql, values)))
                .map(result -> {
                    List<T> found = new ArrayList<>(result.size());
                    result.forEachRemaining(row -> found.add(reader.apply(row)));
                    return found;
                });
    }

    private static <T> Uni<List<T>> fromPool(Pool pool, String sql, Object[] values, Function<Object[], T> reader) {
        return Uni.createFrom()
                .<RowSet<Row>>emitter(emitter -> new Question(pool, sql, Tuple.wrap(values)).ask(emitter))
                .map(rows -> {
                    List<T> found = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        found.add(reader.apply(cells(row)));
                    }
                    return found;
                });
    }

    private static Object[] cells(Row row) {
        Object[] cells = new Object[row.size()];
        for (int column = 0; column < cells.length; column++) {
            cells[column] = row.getValue(column);
        }
        return cells;
    }

    private static Uni<ReactiveConnection> connection() {
        return Panache.getSession().map(session -> ((MutinySessionImpl) session).getReactiveConnection());
    }
}
