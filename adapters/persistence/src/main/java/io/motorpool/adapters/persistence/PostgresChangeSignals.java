package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.ChangeSignals;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Told by {@code NOTIFY} and heard by {@code LISTEN}, on one connection for the whole node. A transaction that has notified
 * commits under a lock that the whole server shares, so only the relay does it, of which there is one at a time (ADR-0063).
 */
@ApplicationScoped
public class PostgresChangeSignals implements ChangeSignals {

    static final String CHANNEL = "motorpool_touched";

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Ear ear;

    PostgresChangeSignals(Pool pool, Vertx vertx) {
        this.ear = new Ear(pool, vertx, CHANNEL, new Ear.Hears() {
            @Override
            public void heard(String text) {
                Set<UUID> things = Things.read(text);
                listeners.forEach(listener -> listener.changed(things));
            }

            @Override
            public void hearsAgain() {
                listeners.forEach(Listener::anythingMayHaveChanged);
            }
        });
    }

    @Override
    public Uni<Void> tell(Set<UUID> things) {
        return things.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.rows(
                                "SELECT count(pg_notify(:channel, m.piece)), 0 FROM unnest(CAST(:pieces AS text[])) AS m (piece)",
                                Map.of(
                                        "channel",
                                        CHANNEL,
                                        "pieces",
                                        Things.pieces(things).toArray(String[]::new)))
                        .replaceWithVoid();
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
        ear.open();
    }

    void stop(@Observes ShutdownEvent stopped) {
        ear.close();
    }
}
