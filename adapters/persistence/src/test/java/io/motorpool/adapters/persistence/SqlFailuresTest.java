package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.StoreUnavailableException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"23P01", "23505", "40P01", "40001", "55P03"})
    void a_lost_race_is_contended(String sqlState) {
        assertThat(SqlFailures.translate(postgres(sqlState))).isInstanceOf(ContendedException.class);
        assertThat(SqlFailures.translate(new HibernateException(postgres(sqlState))))
                .isInstanceOf(ContendedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "25P03", "57P01", "57P02", "57P03", "53300", "08006"})
    void a_database_that_says_that_it_goes_or_comes_is_away(String sqlState) {
        assertThat(SqlFailures.translate(postgres(sqlState))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_connection_that_cannot_be_made_or_broke_is_a_database_that_is_away() {
        assertThat(SqlFailures.translate(new ConnectException("Connection refused")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(SqlFailures.translate(new HibernateException(ClosedConnectionException.INSTANCE)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    /** The driver says this of a transaction that it wanted to begin on a connection that had just died. */
    @Test
    void a_connection_that_died_between_two_statements_is_a_database_that_is_away() {
        Throwable dead = new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");

        assertThat(SqlFailures.translate(dead)).isInstanceOf(StoreUnavailableException.class);
        assertThat(SqlFailures.translate(new CompositeException(dead, dead)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_mistake_of_ours_stays_what_it_is() {
        Throwable mistake = new IllegalStateException("reservation without a vehicle");
        PgException syntax = postgres("42601");

        assertThat(SqlFailures.translate(mistake)).isSameAs(mistake);
        assertThat(SqlFailures.translate(syntax)).isSameAs(syntax);
    }

    private static PgException postgres(String sqlState) {
        return new PgException("said by PostgreSQL", "ERROR", sqlState, "");
    }
}
