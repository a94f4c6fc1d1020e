package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.settlement.PressSettlement;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has companies settled that were pressed for, on every node. Somebody waits for their press, so it is looked for several
 * times a second. Whatever one node has begun is left to it until its lease is over.
 */
@ApplicationScoped
class PressTimer {

    private static final Logger LOG = Logger.getLogger(PressTimer.class);

    private static final String OFF = "off";

    /** How long a node that stops waits for the company that is being settled. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PressSettlement press;
    private final String every;
    private final Repetition repetition;
    private final Counter settled;
    private final Chore pressing = new Chore("settling what was pressed for");

    /** @param every how often to look, or "off" on a node that is not to */
    PressTimer(
            PressSettlement press,
            @ConfigProperty(name = "motorpool.settlement.worked-on-every") String every,
            Vertx vertx,
            MeterRegistry meters) {
        this.press = press;
        this.every = every;
        this.repetition = new Repetition(vertx, this::workOnPresses);
        this.settled = Counter.builder("motorpool.settlements.worked.on")
                .description("Companies that this node took from a press, whatever became of them")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (!every.equals(OFF)) {
            repetition.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (!repetition.stopWithin(PATIENCE)) {
            LOG.warn("a press was cut off in a company; another node or the next start goes on once the lease is over");
        }
    }

    /** Answers when to look again. */
    Uni<Duration> workOnPresses() {
        return pressing.doAllThatIsPermitted(
                        () -> press.workOn(SweepTimer.MOTORPOOL), found -> found, _ -> settled.increment())
                .replaceWith(() -> DurationConverter.parseDuration(every));
    }
}
