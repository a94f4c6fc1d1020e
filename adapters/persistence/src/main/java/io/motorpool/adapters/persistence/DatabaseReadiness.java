package io.motorpool.adapters.persistence;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A node is ready when its database answers: without it every request would fail. Kafka is not asked for, because facts
 * can wait in the outbox while reservations go on.
 *
 * <p>Instead of the check that comes with the driver: that one asks the pool in a way that makes it report an error of
 * its own, seconds later, for each look at a database that is away, and it does not give up before the caller has.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    static final String NAME = "database";

    /** Of a check that nobody waits for much longer. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);

    private final Pool pool;
    private final AtomicBoolean up = new AtomicBoolean(true);

    DatabaseReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.withConnection(connection -> connection.query("SELECT 1").execute())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItemOrFailure()
                .transform((_, failure) -> standing(failure));
    }

    private HealthCheckResponse standing(@Nullable Throwable failure) {
        boolean answers = failure == null;
        if (up.getAndSet(answers) != answers) {
            if (answers) {
                LOG.info("the database came back");
            } else {
                LOG.warnf("the database went away: %s", failure);
            }
        }
        return HealthCheckResponse.named(NAME).status(answers).build();
    }
}
