package io.motorpool.adapters.persistence;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens to a channel on a connection of its own, and finds another one when that breaks or falls silent. */
final class Ear {

    private static final Logger LOG = Logger.getLogger(Ear.class);

    private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(1);

    /** A connection that is cut off in between says nothing of it. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

    /** What becomes of what is heard. */
    interface Hears {

        void heard(String text);

        /** From now on; what was said before may have been missed. */
        void hearsAgain();
    }

    private final Pool pool;
    private final Vertx vertx;
    private final String channel;
    private final Hears hears;
    private @Nullable SqlConnection connection;
    private boolean open;
    private boolean answered;
    private boolean complained;

    Ear(Pool pool, Vertx vertx, String channel, Hears hears) {
        this.pool = pool;
        this.vertx = vertx;
        this.channel = channel;
        this.hears = hears;
    }

    synchronized void open() {
        if (!open) {
            open = true;
            connect();
            long _ = vertx.setPeriodic(ASKED_EVERY.toMillis(), this::ask);
        }
    }

    synchronized void close() {
        open = false;
        hangUp();
    }

    private void connect() {
        var _ = pool.getConnection().onComplete(this::connected, this::failed);
    }

    private synchronized void connected(SqlConnection found) {
        if (!open) {
            var _ = found.close();
            return;
        }
        connection = found;
        answered = true;
        PgConnection _ = PgConnection.cast(found).notificationHandler(this::heard);
        SqlConnection _ = found.closeHandler(_ -> lost(found));
        var _ = found.query("LISTEN " + channel).execute().onComplete(_ -> listening(), failure -> {
            failed(failure);
            var _ = found.close();
        });
    }

    private void listening() {
        if (complained) {
            complained = false;
            LOG.info("signals of changes are heard again");
        }
        hears.hearsAgain();
    }

    private void heard(PgNotification notification) {
        hears.heard(notification.getPayload());
    }

    private synchronized void lost(SqlConnection gone) {
        if (connection == gone) {
            connection = null;
            failed(new IllegalStateException("the connection is closed"));
        }
    }

    private synchronized void failed(Throwable failure) {
        connection = null;
        if (open) {
            if (!complained) {
                complained = true;
                LOG.warnf("signals of changes are not heard now; whoever watches sees changes later: %s", failure);
            }
            long _ = vertx.setTimer(TRIED_AGAIN_AFTER.toMillis(), _ -> connect());
        }
    }

    private synchronized void ask(long timer) {
        if (!open) {
            boolean _ = vertx.cancelTimer(timer);
            return;
        }
        SqlConnection asked = connection;
        if (asked == null) {
            return;
        }
        if (!answered) {
            failed(new IllegalStateException("the connection is silent"));
            return;
        }
        answered = false;
        var _ = asked.query("LISTEN " + channel).execute().onSuccess(_ -> answered(asked));
    }

    /** One that was given up may be alive after all; then others may have it. */
    private synchronized void answered(SqlConnection asked) {
        if (connection == asked) {
            answered = true;
        } else if (open) {
            var _ = asked.query("UNLISTEN " + channel).execute().onComplete(_ -> {
                var _ = asked.close();
            });
        }
    }

    private void hangUp() {
        SqlConnection left = connection;
        connection = null;
        if (left != null) {
            var _ = left.close();
        }
    }
}
