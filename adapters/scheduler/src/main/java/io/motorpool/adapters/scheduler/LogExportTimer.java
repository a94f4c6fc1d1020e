package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.drivinglog.ExportDrivingLog;
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
 * Has the workbooks of driving logs made that were asked for, on every node. Somebody waits for theirs, so they are looked
 * for often. Whatever one node has begun is left to it until its lease is over.
 */
@ApplicationScoped
class LogExportTimer {

    private static final Logger LOG = Logger.getLogger(LogExportTimer.class);

    private static final String OFF = "off";

    /** How long a node that stops waits for the workbook that is being made. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExportDrivingLog export;
    private final String every;
    private final Repetition repetition;
    private final Counter made;
    private final Chore making = new Chore("making workbooks of driving logs");

    /** @param every how often to look, or "off" on a node that is not to */
    LogExportTimer(
            ExportDrivingLog export,
            @ConfigProperty(name = "motorpool.driving-log.exported-every") String every,
            Vertx vertx,
            MeterRegistry meters) {
        this.export = export;
        this.every = every;
        this.repetition = new Repetition(vertx, this::makeWorkbooks);
        this.made = Counter.builder("motorpool.driving.log.exports")
                .description("Workbooks of driving logs that this node has worked on, whatever became of them")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (!every.equals(OFF)) {
            repetition.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (!repetition.stopWithin(PATIENCE)) {
            LOG.warn("a workbook was cut off; another node or the next start makes it once the lease is over");
        }
    }

    /** Answers when to look again. */
    Uni<Duration> makeWorkbooks() {
        return making.doAllThatIsPermitted(
                        () -> export.workOn(SweepTimer.MOTORPOOL), found -> found, _ -> made.increment())
                .replaceWith(() -> DurationConverter.parseDuration(every));
    }
}
