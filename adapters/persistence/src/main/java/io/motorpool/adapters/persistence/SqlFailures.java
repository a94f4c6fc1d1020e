package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.StoreUnavailableException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.DatabaseException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Tells apart what went wrong by what PostgreSQL said, since a constraint's name does not come through. */
final class SqlFailures {

    /** Exclusion and unique violations, deadlock, serialization failure, lock not available in time. */
    private static final Set<String> LOST_A_RACE = Set.of("23P01", "23505", "40P01", "40001", "55P03");

    /** Statement cancelled by its timeout, idle transaction ended, shutdown, crash, starting up, too many connections. */
    private static final Set<String> NOT_THERE = Set.of("57014", "25P03", "57P01", "57P02", "57P03", "53300");

    private static final int LONGEST_CHAIN = 20;

    private SqlFailures() {}

    /** What the application may know of the failure; one that it has no word for stays as it is. */
    static Throwable translate(Throwable failure) {
        if (failure instanceof ContendedException || failure instanceof StoreUnavailableException) {
            return failure;
        }
        if (lostARace(failure)) {
            return new ContendedException(failure);
        }
        return storeIsAway(failure) ? new StoreUnavailableException(failure) : failure;
    }

    private static boolean lostARace(Throwable failure) {
        return chain(failure)
                .anyMatch(cause -> cause instanceof StaleStateException
                        || cause instanceof OptimisticLockException
                        || LOST_A_RACE.contains(sqlState(cause)));
    }

    private static boolean storeIsAway(Throwable failure) {
        return chain(failure)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || isDriverTrouble(cause)
                        || isPoolTrouble(cause)
                        || NOT_THERE.contains(sqlState(cause))
                        || sqlState(cause).startsWith("08"));
    }

    /** What PostgreSQL itself said is one too by its type, but is told apart by its state. */
    private static boolean isDriverTrouble(Throwable cause) {
        return cause instanceof VertxException && !(cause instanceof DatabaseException);
    }

    /** The pool says only in words that its queue is full, that waiting took too long, or that a connection has died. */
    private static boolean isPoolTrouble(Throwable cause) {
        String message = cause.getMessage();
        return message != null
                && (message.contains("Connection is closed")
                        || message.contains("Connection is not active")
                        || message.contains("Timeout")
                        || message.contains("max wait queue size"))
                && !(cause instanceof HibernateException && cause.getCause() != null);
    }

    private static String sqlState(Throwable cause) {
        return switch (cause) {
            case PgException postgres -> postgres.getSqlState();
            case java.sql.SQLException sql -> sql.getSQLState() == null ? "" : sql.getSQLState();
            default -> "";
        };
    }

    private static Stream<Throwable> chain(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && causes.size() < LONGEST_CHAIN) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes.stream();
    }
}
