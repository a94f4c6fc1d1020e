package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.shared.RelayOutbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Empties the outbox. Runs on every node; the queue lets one of them deliver at a time. */
@ApplicationScoped
class RelayTimer {

    private static final Logger LOG = Logger.getLogger(RelayTimer.class);

    /** Several times as long as any node can hold on to the queue. */
    private static final Duration PROOF = Duration.ofSeconds(30);

    private final RelayOutbox relay;
    private final RelayConfig config;
    private final Repetition repetition;
    private final Standing standing = new Standing("the relay of facts");
    private final Counter delivered;
    private int nothingFound;

    RelayTimer(RelayOutbox relay, RelayConfig config, Vertx vertx, MeterRegistry meters) {
        this.relay = relay;
        this.config = config;
        this.repetition = new Repetition(vertx, this::relayBatch);
        this.delivered = Counter.builder("motorpool.outbox.delivered")
                .description("Facts brought from the outbox to the stream by this node")
                .register(meters);
        var _ = Gauge.builder("motorpool.relay.up", standing, it -> it.isUp() ? 1 : 0)
                .description("Whether this node's last look into the outbox succeeded")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        repetition.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (!repetition.stopWithin(config.patience())) {
            LOG.warn("the relay of facts was cut off in a batch; another node or the next start delivers it again");
        }
    }

    /** Answers when to look again: at once while there is more, later when there was nothing or no way. */
    Uni<Duration> relayBatch() {
        return Uni.createFrom()
                .deferred(() -> relay.relayBatch())
                .invoke(this::count)
                .map(facts -> facts == RelayOutbox.BATCH ? Duration.ZERO : config.every())
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithItem(config::afterFailure);
    }

    /**
     * Nothing found is no proof that the way is free: another node may have the queue and fail just now. It is one when
     * it lasts.
     */
    private void count(int facts) {
        nothingFound = facts > 0 ? 0 : nothingFound + 1;
        if (facts > 0 || config.every().multipliedBy(nothingFound).compareTo(PROOF) >= 0) {
            nothingFound = 0;
            standing.worked();
        }
        delivered.increment(facts);
    }

    private void failed(Throwable failure) {
        nothingFound = 0;
        standing.failed(failure);
    }
}
