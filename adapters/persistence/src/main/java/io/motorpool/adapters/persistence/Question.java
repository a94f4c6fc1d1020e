package io.motorpool.adapters.persistence;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * One question on a connection of the pool. When nobody waits for its answer any longer, PostgreSQL is told so, and stops
 * looking. The connection goes back only after both: what stops this question must not meet the next one.
 */
final class Question {

    private final Pool pool;
    private final String sql;
    private final Tuple values;
    private boolean abandoned;
    private boolean answered;
    private Future<Void> told = Future.succeededFuture();

    Question(Pool pool, String sql, Tuple values) {
        this.pool = pool;
        this.sql = sql;
        this.values = values;
    }

    void ask(UniEmitter<? super RowSet<Row>> emitter) {
        UniEmitter<? super RowSet<Row>> _ = emitter.onTermination(() -> abandoned = !answered);
        var _ = pool.getConnection()
                .onComplete(connection -> askOn(connection, emitter), failure -> failed(failure, emitter));
    }

    private void askOn(SqlConnection connection, UniEmitter<? super RowSet<Row>> emitter) {
        if (abandoned) {
            var _ = connection.close();
            return;
        }
        UniEmitter<? super RowSet<Row>> _ = emitter.onTermination(() -> stop(connection));
        var _ = connection
                .preparedQuery(sql)
                .execute(values)
                .onComplete(
                        rows -> {
                            giveBack(connection);
                            emitter.complete(rows);
                        },
                        failure -> {
                            giveBack(connection);
                            failed(failure, emitter);
                        });
    }

    private void stop(SqlConnection connection) {
        if (!answered) {
            told = PgConnection.cast(connection).cancelRequest();
        }
    }

    private void giveBack(SqlConnection connection) {
        answered = true;
        var _ = told.onComplete(_ -> {
            var _ = connection.close();
        });
    }

    private void failed(Throwable failure, UniEmitter<? super RowSet<Row>> emitter) {
        answered = true;
        emitter.fail(failure);
    }
}
